//! What runs for long: event streams and a churn of connections, every byte of them checked.

use crate::client::Way;
use crate::load::{down, up};
use crate::{Outcome, http};
use serde_json::{Value, json};
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::io::AsyncReadExt;
use tokio::task::LocalSet;

const SIZES: [usize; 5] = [1, 1000, 16 * 1024, 100_000, 1 << 20];
const PAUSE: Duration = Duration::from_millis(20);

/// Reads so many streams at once for a time; each event has its number and a sum of all before it.
pub async fn streams(way: Rc<Way>, connections: u64, time: Duration) -> Outcome<Value> {
    let local = LocalSet::new();
    let running: Vec<_> = (0..connections)
        .map(|_| local.spawn_local(stream(way.clone(), time)))
        .collect();
    let mut events = 0;
    local
        .run_until(async {
            for one in running {
                events += one.await??;
            }
            Outcome::Ok(())
        })
        .await?;
    Ok(json!({"count": events, "streams": connections}))
}

async fn stream(way: Rc<Way>, time: Duration) -> Outcome<u64> {
    let mut connection = way.open().await?;
    let request = way.request("GET /numbered", "");
    connection.send(request.as_bytes()).await?;
    connection.head().await?;
    let started = Instant::now();
    let (mut expected, mut text) = (Numbered::default(), String::new());
    while started.elapsed() < time {
        while let Some(chunk) = http::whole_chunk(&mut connection.buffer)? {
            text.push_str(std::str::from_utf8(&chunk)?);
        }
        while let Some(end) = text.find("\n\n") {
            let event: String = text.drain(..end + 2).collect();
            if event != expected.event() {
                return Err(format!("event {} differs", expected.number).into());
            }
        }
        if connection.stream.read_buf(&mut connection.buffer).await? == 0 {
            return Err("the stream ended".into());
        }
    }
    Ok(expected.number)
}

/// Events that both ends can tell.
#[derive(Default)]
pub struct Numbered {
    number: u64,
    sum: crc32fast::Hasher,
}

impl Numbered {
    pub fn event(&mut self) -> String {
        self.number += 1;
        let words = " word".repeat((self.number % 40) as usize);
        self.sum.update(words.as_bytes());
        let sum = self.sum.clone().finalize();
        format!("data: {} {sum:08x}{words}\n\n", self.number)
    }
}

/// Opens connections for a time: bodies down and up by their sums, what the server saw of the
/// credential, and some that leave in the middle of an answer.
pub async fn churn(way: Rc<Way>, workers: u64, time: Duration) -> Outcome<Value> {
    let local = LocalSet::new();
    let running: Vec<_> = (0..workers)
        .map(|_| local.spawn_local(work(way.clone(), time)))
        .collect();
    let (mut connections, mut bytes) = (0, 0);
    local
        .run_until(async {
            for one in running {
                let (opened, moved) = one.await??;
                connections += opened;
                bytes += moved;
            }
            Outcome::Ok(())
        })
        .await?;
    Ok(json!({"count": connections, "mib": bytes >> 20}))
}

async fn work(way: Rc<Way>, time: Duration) -> Outcome<(u64, usize)> {
    let (mut opened, mut moved) = (0, 0);
    let started = Instant::now();
    while started.elapsed() < time {
        let size = SIZES[opened as usize / 4 % SIZES.len()];
        match opened % 4 {
            0 => drop(down(&way, size).await?),
            1 => drop(up(&way, size).await?),
            2 => mirrored(&way).await?,
            _ => leave(&way).await?,
        }
        opened += 1;
        moved += if opened % 4 < 2 { size } else { 0 };
        tokio::time::sleep(PAUSE).await;
    }
    Ok((opened, moved))
}

/// The server sends back what it was sent: that must be what this client sent.
async fn mirrored(way: &Way) -> Outcome<()> {
    let request = way.request("GET /mirror", "");
    let back = way.open().await?.exchange(request.as_bytes()).await?;
    if back != format!("Bearer {}", way.bearer()).as_bytes() {
        return Err("the credential that came back is another one".into());
    }
    Ok(())
}

async fn leave(way: &Way) -> Outcome<()> {
    let mut connection = way.open().await?;
    let request = way.request(&format!("GET /bulk/{}", 4 << 20), "");
    connection.send(request.as_bytes()).await?;
    connection.head().await?;
    Ok(())
}
