//! Both ends of the benchmark's wire: `wire origin` serves, `wire load` asks.
//!
//! Each runs on one thread, so that on two cores the proxy between them has the larger share.

mod client;
mod http;
mod load;
mod origin;
mod soak;
mod websocket;

use std::collections::HashMap;

pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// What a command line says: `NAME --key value ...`.
pub struct Arguments(HashMap<String, String>);

impl Arguments {
    fn read(words: impl Iterator<Item = String>) -> Self {
        let words: Vec<String> = words.collect();
        Self(
            words
                .chunks_exact(2)
                .map(|pair| (pair[0].trim_start_matches('-').to_owned(), pair[1].clone()))
                .collect(),
        )
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    pub fn number(&self, key: &str, otherwise: u64) -> u64 {
        self.text(key)
            .map_or(otherwise, |text| text.parse().expect("a number"))
    }
}

fn main() -> Outcome<()> {
    rustls::crypto::aws_lc_rs::default_provider()
        .install_default()
        .expect("the first provider");
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    match command.as_str() {
        "origin" => runtime.block_on(origin::serve(&Arguments::read(words))),
        "load" => {
            let row = words.next().unwrap_or_default();
            let result = runtime.block_on(load::run(&row, &Arguments::read(words)))?;
            println!("{result}");
            Ok(())
        }
        _ => Err("wire origin --dir FOLDER | wire load ROW --ca FILE ...".into()),
    }
}
