//! The server that stands in for the internet.
//!
//! `GET /small`, `GET /bulk/N` (N bytes), `POST /sink` (answers the body's CRC-32), `GET /events`
//! (20 a second, each with the time at which it left), `GET /numbered` (4 a second with
//! numbers and sums), `GET /mirror` (sends Authorization back), `GET /echo` (WebSocket), `GET /handshakes`.

use crate::soak::Numbered;
use crate::{Arguments, Outcome, http, websocket};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, SystemTime};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

const EVENT_EVERY: Duration = Duration::from_millis(50);
const BLOCK: usize = 256 * 1024;

#[derive(Default)]
struct Handshakes {
    full: AtomicU64,
    resumed: AtomicU64,
}

/// Writes `ca.pem` and, for the peers, an authority of their own (`mitm.pem`, `mitm.key`).
pub async fn serve(arguments: &Arguments) -> Outcome<()> {
    let dir = Path::new(arguments.text("dir").ok_or("--dir is missing")?);
    let acceptor = TlsAcceptor::from(Arc::new(tls(dir)?));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?.port());
    let handshakes = Arc::new(Handshakes::default());
    loop {
        let (socket, _) = listener.accept().await?;
        socket.set_nodelay(true)?;
        let (acceptor, handshakes) = (acceptor.clone(), handshakes.clone());
        tokio::spawn(async move {
            // How a connection ends is the client's business.
            let _ = connection(socket, acceptor, &handshakes).await;
        });
    }
}

fn tls(dir: &Path) -> Outcome<rustls::ServerConfig> {
    let origin = authority(dir, "ca.pem", None)?;
    authority(dir, "mitm.pem", Some("mitm.key"))?;
    let key = KeyPair::generate()?;
    let names = ["localhost", "api.anthropic.com", "tunnel.test", "127.0.0.1"];
    let certificate = CertificateParams::new(names.map(String::from))?.signed_by(&key, &origin)?;
    let mut config = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            rustls::pki_types::PrivateKeyDer::Pkcs8(key.serialize_der().into()),
        )?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config.ticketer = rustls::crypto::aws_lc_rs::Ticketer::new()?;
    Ok(config)
}

fn authority(dir: &Path, file: &str, key_file: Option<&str>) -> Outcome<Issuer<'static, KeyPair>> {
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params
        .distinguished_name
        .push(DnType::CommonName, format!("bench {file}"));
    std::fs::write(dir.join(file), params.self_signed(&key)?.pem())?;
    if let Some(name) = key_file {
        std::fs::write(dir.join(name), key.serialize_pem())?;
    }
    Ok(Issuer::new(params, key))
}

async fn connection(
    socket: TcpStream,
    acceptor: TlsAcceptor,
    handshakes: &Handshakes,
) -> Outcome<()> {
    let mut stream = acceptor.accept(socket).await?;
    match stream.get_ref().1.handshake_kind() {
        Some(rustls::HandshakeKind::Resumed) => &handshakes.resumed,
        _ => &handshakes.full,
    }
    .fetch_add(1, Relaxed);
    let mut buffer = Vec::with_capacity(16 * 1024);
    while let Some(head) = http::head(&mut stream, &mut buffer).await? {
        let path = head
            .first_line
            .split(' ')
            .nth(1)
            .unwrap_or_default()
            .to_owned();
        match path.as_str() {
            "/small" => answer(&mut stream, SMALL).await?,
            "/sink" => sink(&mut stream, &mut buffer, &head).await?,
            "/events" => events(&mut stream).await?,
            "/numbered" => numbered(&mut stream).await?,
            "/mirror" => mirror(&mut stream, &head).await?,
            "/echo" => return echo(&mut stream, &mut buffer, &head).await,
            "/handshakes" => {
                let (full, resumed) = (
                    handshakes.full.load(Relaxed),
                    handshakes.resumed.load(Relaxed),
                );
                answer(
                    &mut stream,
                    &format!("{{\"full\":{full},\"resumed\":{resumed}}}"),
                )
                .await?;
            }
            other => match other.strip_prefix("/bulk/").map(str::parse) {
                Some(Ok(length)) => bulk(&mut stream, length).await?,
                _ => return Err("no such path".into()),
            },
        }
    }
    Ok(())
}

const SMALL: &str = r#"{"id":"msg_01","type":"message","role":"assistant","content":[{"type":"text","text":"A short answer, as a client polls for."}],"stop_reason":"end_turn","usage":{"input_tokens":12,"output_tokens":9}}"#;

async fn answer(stream: &mut TlsStream<TcpStream>, json: &str) -> Outcome<()> {
    let whole = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nrequest-id: req_011CSHoEeqs5C35K2UUqR7Fy\r\nContent-Length: {}\r\n\r\n{json}",
        json.len()
    );
    stream.write_all(whole.as_bytes()).await?;
    Ok(stream.flush().await?)
}

/// Bytes whose CRC-32 the client computes too.
pub fn block() -> Vec<u8> {
    (0..BLOCK).map(|i| (i * 31 + i / 251) as u8).collect()
}

async fn bulk(stream: &mut TlsStream<TcpStream>, length: usize) -> Outcome<()> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    let block = block();
    let mut left = length;
    while left > 0 {
        let part = left.min(BLOCK);
        stream.write_all(&block[..part]).await?;
        left -= part;
    }
    Ok(stream.flush().await?)
}

async fn sink(
    stream: &mut TlsStream<TcpStream>,
    buffer: &mut Vec<u8>,
    head: &http::Head,
) -> Outcome<()> {
    let mut crc = crc32fast::Hasher::new();
    let mut left = head.length();
    let mut part = std::mem::take(buffer);
    part.reserve(BLOCK);
    loop {
        let used = part.len().min(left);
        crc.update(&part[..used]);
        left -= used;
        part.clear();
        if left == 0 {
            break;
        }
        if stream.read_buf(&mut part).await? == 0 {
            return Err("the client ended in a body".into());
        }
    }
    answer(stream, &format!("{{\"crc\":{}}}", crc.finalize())).await
}

const EVENTS: &str =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

async fn events(stream: &mut TlsStream<TcpStream>) -> Outcome<()> {
    stream.write_all(EVENTS.as_bytes()).await?;
    let mut ticks = tokio::time::interval(EVENT_EVERY);
    loop {
        ticks.tick().await;
        let event = format!(
            "event: content_block_delta\ndata: {} {{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{{\"type\":\"text_delta\",\"text\":\" word\"}}}}\n\n",
            nanos()
        );
        let chunk = format!("{:x}\r\n{event}\r\n", event.len());
        stream.write_all(chunk.as_bytes()).await?;
        stream.flush().await?;
    }
}

async fn numbered(stream: &mut TlsStream<TcpStream>) -> Outcome<()> {
    stream.write_all(EVENTS.as_bytes()).await?;
    let mut ticks = tokio::time::interval(EVENT_EVERY * 5);
    let mut events = Numbered::default();
    loop {
        ticks.tick().await;
        let event = events.event();
        let chunk = format!("{:x}\r\n{event}\r\n", event.len());
        stream.write_all(chunk.as_bytes()).await?;
        stream.flush().await?;
    }
}

/// In two parts, the second of which begins inside of the credential.
async fn mirror(stream: &mut TlsStream<TcpStream>, head: &http::Head) -> Outcome<()> {
    let sent = head.header("authorization").ok_or("no credential")?;
    let (one, two) = sent.split_at(sent.len() / 2);
    stream
        .write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        .await?;
    for part in [one, two, ""] {
        stream
            .write_all(format!("{:x}\r\n{part}\r\n", part.len()).as_bytes())
            .await?;
        stream.flush().await?;
    }
    Ok(())
}

async fn echo(
    stream: &mut TlsStream<TcpStream>,
    buffer: &mut Vec<u8>,
    head: &http::Head,
) -> Outcome<()> {
    let key = head.header("sec-websocket-key").ok_or("no key")?;
    let granted = format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {}\r\n\r\n",
        websocket::accept_key(key)
    );
    stream.write_all(granted.as_bytes()).await?;
    stream.flush().await?;
    websocket::echo(stream, buffer).await
}

/// The time of day, which both processes share.
pub fn nanos() -> u128 {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .expect("after 1970")
        .as_nanos()
}
