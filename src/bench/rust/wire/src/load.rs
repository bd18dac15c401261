//! The rows of the table, one run each. Prints what it measured as one line of JSON.

use crate::client::Way;
use crate::{Arguments, Outcome, http, origin, soak, websocket};
use serde_json::{Value, json};
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::task::LocalSet;

const EVENTS_FIRST_LEFT_OUT: Duration = Duration::from_millis(500);

pub async fn run(row: &str, arguments: &Arguments) -> Outcome<Value> {
    let way = Rc::new(Way::read(arguments)?);
    let connections = arguments.number("connections", 1);
    let time = Duration::from_millis(arguments.number("millis", 1000));
    let bytes = arguments.number("bytes", 256 << 20) as usize;
    match row {
        "requests" => together(connections, |_| requests(way.clone(), time)).await,
        "connects" => together(connections, |_| connects(way.clone(), time)).await,
        "echo" => together(connections, |_| echo(way.clone(), time)).await,
        "events" => together(connections, |i| events(way.clone(), time, i)).await,
        "down" => down(&way, bytes).await,
        "up" => up(&way, bytes).await,
        "streams" => soak::streams(way, connections, time).await,
        "churn" => soak::churn(way, connections, time).await,
        "idle" => idle(&way, connections).await,
        "get" => get(&way, arguments.text("path").unwrap_or("/small")).await,
        _ => Err(format!("no row {row}").into()),
    }
}

/// Runs so many clients at once and joins what they measured, in nanoseconds.
async fn together<F>(clients: u64, client: impl Fn(u64) -> F) -> Outcome<Value>
where
    F: Future<Output = Outcome<Vec<u64>>> + 'static,
{
    let local = LocalSet::new();
    let started = Instant::now();
    let running: Vec<_> = (0..clients).map(|i| local.spawn_local(client(i))).collect();
    let mut all = Vec::new();
    local
        .run_until(async {
            for one in running {
                all.extend(one.await??);
            }
            Outcome::Ok(())
        })
        .await?;
    let seconds = started.elapsed().as_secs_f64();
    all.sort_unstable();
    let at = |share: f64| all[((all.len() - 1) as f64 * share) as usize] as f64 / 1e6;
    Ok(json!({
        "count": all.len(),
        "seconds": seconds,
        "rate": all.len() as f64 / seconds,
        "p50_ms": at(0.5),
        "p99_ms": at(0.99),
    }))
}

async fn requests(way: Rc<Way>, time: Duration) -> Outcome<Vec<u64>> {
    let mut connection = way.open().await?;
    let request = way.request("GET /small", "");
    let mut taken = Vec::new();
    let started = Instant::now();
    while started.elapsed() < time {
        let sent = Instant::now();
        connection.exchange(request.as_bytes()).await?;
        taken.push(sent.elapsed().as_nanos() as u64);
    }
    Ok(taken)
}

async fn connects(way: Rc<Way>, time: Duration) -> Outcome<Vec<u64>> {
    let request = way.request("GET /small", "Connection: close\r\n");
    let mut taken = Vec::new();
    let started = Instant::now();
    while started.elapsed() < time {
        let sent = Instant::now();
        let mut connection = way.open().await?;
        connection.exchange(request.as_bytes()).await?;
        taken.push(sent.elapsed().as_nanos() as u64);
    }
    Ok(taken)
}

async fn echo(way: Rc<Way>, time: Duration) -> Outcome<Vec<u64>> {
    let mut connection = way.open().await?;
    let upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    connection
        .send(way.request("GET /echo", upgrade).as_bytes())
        .await?;
    connection.head().await?;
    let payload = [b'x'; 100];
    let frame = websocket::frame(&payload, true);
    let mut taken = Vec::new();
    let started = Instant::now();
    while started.elapsed() < time {
        let sent = Instant::now();
        connection.send(&frame).await?;
        let back = websocket::next(&mut connection.stream, &mut connection.buffer).await?;
        if back.as_deref() != Some(&payload[..]) {
            return Err("the echo differs".into());
        }
        taken.push(sent.elapsed().as_nanos() as u64);
    }
    Ok(taken)
}

/// How long events took from the origin's write to this read.
async fn events(way: Rc<Way>, time: Duration, index: u64) -> Outcome<Vec<u64>> {
    // Spread over one interval, as streams of different sessions are.
    tokio::time::sleep(Duration::from_micros(index * 781)).await;
    let mut connection = way.open().await?;
    connection
        .send(way.request("GET /events", "").as_bytes())
        .await?;
    connection.head().await?;
    let mut taken = Vec::new();
    let mut text = String::new();
    let started = Instant::now();
    while started.elapsed() < time + EVENTS_FIRST_LEFT_OUT {
        if connection.stream.read_buf(&mut connection.buffer).await? == 0 {
            return Err("the stream ended".into());
        }
        let now = origin::nanos();
        // A proxy may cut an event into several chunks.
        while let Some(chunk) = http::whole_chunk(&mut connection.buffer)? {
            text.push_str(std::str::from_utf8(&chunk)?);
        }
        while let Some((event, rest)) = text.split_once("\n\n") {
            let left: u128 = event
                .split_once("\ndata: ")
                .and_then(|(_, data)| data.split(' ').next())
                .ok_or("an event without its time")?
                .parse()?;
            if started.elapsed() > EVENTS_FIRST_LEFT_OUT {
                taken.push(now.saturating_sub(left) as u64);
            }
            text = rest.to_owned();
        }
    }
    Ok(taken)
}

pub async fn down(way: &Way, bytes: usize) -> Outcome<Value> {
    let mut connection = way.open().await?;
    let request = way.request(&format!("GET /bulk/{bytes}"), "");
    let started = Instant::now();
    connection.send(request.as_bytes()).await?;
    let head = connection.head().await?;
    if head.chunked() || head.length() != bytes {
        return Err("another length than asked for".into());
    }
    let mut crc = crc32fast::Hasher::new();
    let mut left = bytes;
    let mut part = std::mem::take(&mut connection.buffer);
    part.reserve(256 * 1024);
    loop {
        crc.update(&part);
        left -= part.len();
        part.clear();
        if left == 0 {
            break;
        }
        if connection.stream.read_buf(&mut part).await? == 0 {
            return Err("the answer ended early".into());
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    if crc.finalize() != expected_crc(bytes) {
        return Err("other bytes than were sent".into());
    }
    Ok(transfer(bytes, seconds))
}

pub async fn up(way: &Way, bytes: usize) -> Outcome<Value> {
    let mut connection = way.open().await?;
    let request = way.request("POST /sink", &format!("Content-Length: {bytes}\r\n"));
    let block = origin::block();
    let started = Instant::now();
    connection.send(request.as_bytes()).await?;
    let mut left = bytes;
    while left > 0 {
        let part = left.min(block.len());
        connection.stream.write_all(&block[..part]).await?;
        left -= part;
    }
    let answer = connection.exchange(b"").await?;
    let seconds = started.elapsed().as_secs_f64();
    let crc = serde_json::from_slice::<Value>(&answer)?["crc"].as_u64();
    if crc != Some(u64::from(expected_crc(bytes))) {
        return Err("other bytes than were sent".into());
    }
    Ok(transfer(bytes, seconds))
}

fn transfer(bytes: usize, seconds: f64) -> Value {
    let mib = bytes as f64 / f64::from(1 << 20);
    json!({"count": mib, "seconds": seconds, "rate": mib / seconds})
}

fn expected_crc(bytes: usize) -> u32 {
    let block = origin::block();
    let mut crc = crc32fast::Hasher::new();
    let mut left = bytes;
    while left > 0 {
        let part = left.min(block.len());
        crc.update(&block[..part]);
        left -= part;
    }
    crc.finalize()
}

/// Opens connections, uses each once, and holds them until standard input ends.
async fn idle(way: &Way, connections: u64) -> Outcome<Value> {
    let request = way.request("GET /small", "");
    let mut open = Vec::new();
    for _ in 0..connections {
        let mut connection = way.open().await?;
        connection.exchange(request.as_bytes()).await?;
        open.push(connection);
    }
    println!("open");
    tokio::io::stdin().read_to_end(&mut Vec::new()).await?;
    for connection in &mut open {
        connection.exchange(request.as_bytes()).await?;
    }
    Ok(json!({"count": open.len()}))
}

async fn get(way: &Way, path: &str) -> Outcome<Value> {
    let request = way.request(&format!("GET {path}"), "");
    let body = way.open().await?.exchange(request.as_bytes()).await?;
    Ok(serde_json::from_slice(&body)?)
}
