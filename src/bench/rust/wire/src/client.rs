//! One client's connection: straight to the origin, or through a CONNECT of the proxy.

use crate::{Arguments, Outcome, http};
use base64::Engine;
use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
use std::sync::Arc;
use tokio::io::{AsyncWriteExt, BufWriter};
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};

/// Where requests go, and how.
pub struct Way {
    dial: String,
    target: Option<String>,
    login: Option<String>,
    name: String,
    bearer: String,
    connector: TlsConnector,
}

pub struct Connection {
    pub stream: BufWriter<TlsStream<TcpStream>>,
    pub buffer: Vec<u8>,
}

impl Way {
    /// `--dial ADDR --ca FILE --name HOST [--target HOST:PORT --login USER:SECRET] [--bearer TOKEN]`
    pub fn read(arguments: &Arguments) -> Outcome<Self> {
        let mut roots = rustls::RootCertStore::empty();
        let file = arguments.text("ca").ok_or("--ca is missing")?;
        roots.add(CertificateDer::from_pem_file(file)?)?;
        let mut config = rustls::ClientConfig::builder()
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        // Every new connection pays for its whole handshake.
        config.resumption = rustls::client::Resumption::disabled();
        Ok(Self {
            dial: arguments
                .text("dial")
                .ok_or("--dial is missing")?
                .to_owned(),
            target: arguments.text("target").map(str::to_owned),
            login: arguments
                .text("login")
                .map(|login| base64::engine::general_purpose::STANDARD.encode(login)),
            name: arguments.text("name").unwrap_or("localhost").to_owned(),
            bearer: arguments.text("bearer").unwrap_or("none").to_owned(),
            connector: TlsConnector::from(Arc::new(config)),
        })
    }

    pub fn bearer(&self) -> &str {
        &self.bearer
    }

    pub async fn open(&self) -> Outcome<Connection> {
        let mut socket = TcpStream::connect(&self.dial).await?;
        socket.set_nodelay(true)?;
        if let Some(target) = &self.target {
            self.connect(&mut socket, target).await?;
        }
        let name = ServerName::try_from(self.name.clone())?;
        let stream = self.connector.connect(name, socket).await?;
        Ok(Connection {
            stream: BufWriter::new(stream),
            buffer: Vec::with_capacity(16 * 1024),
        })
    }

    async fn connect(&self, socket: &mut TcpStream, target: &str) -> Outcome<()> {
        let login = self
            .login
            .as_ref()
            .map(|login| format!("Proxy-Authorization: Basic {login}\r\n"))
            .unwrap_or_default();
        let request = format!("CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{login}\r\n");
        socket.write_all(request.as_bytes()).await?;
        let mut buffer = Vec::new();
        let head = http::head(socket, &mut buffer)
            .await?
            .ok_or("no answer to CONNECT")?;
        if !head.first_line.contains(" 200") {
            return Err(format!("CONNECT was answered {}", head.first_line).into());
        }
        Ok(())
    }

    /// A request's head as an agent sends it.
    pub fn request(&self, line: &str, more: &str) -> String {
        // Peers on a port of their own want it in Host.
        let host = match &self.target {
            Some(target) => target.strip_suffix(":443").unwrap_or(target),
            None => self.name.as_str(),
        };
        format!(
            "{line} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {}\r\nUser-Agent: claude-cli/2.1.330 (external, cli)\r\nAccept: application/json\r\nContent-Type: application/json\r\nanthropic-version: 2023-06-01\r\nanthropic-beta: oauth-2025-04-20\r\nx-app: cli\r\n{more}\r\n",
            self.bearer
        )
    }
}

impl Connection {
    pub async fn send(&mut self, bytes: &[u8]) -> Outcome<()> {
        self.stream.write_all(bytes).await?;
        Ok(self.stream.flush().await?)
    }

    pub async fn head(&mut self) -> Outcome<http::Head> {
        let head = http::head(&mut self.stream, &mut self.buffer)
            .await?
            .ok_or("the peer ended before its answer")?;
        if !head.first_line.contains(" 200") && !head.first_line.contains(" 101") {
            return Err(format!("answered {}", head.first_line).into());
        }
        Ok(head)
    }

    /// One request and its whole answer.
    pub async fn exchange(&mut self, request: &[u8]) -> Outcome<Vec<u8>> {
        self.send(request).await?;
        let head = self.head().await?;
        http::body(&mut self.stream, &mut self.buffer, &head).await
    }
}
