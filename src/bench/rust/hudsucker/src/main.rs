//! The smallest intercepting proxy on hudsucker that does what Paddock does on the wire: ends TLS
//! for `localhost`, sets Authorization, forwards over TLS; tunnels every other name.
//!
//! `hudsucker-peer FOLDER` with `ca.pem`, `mitm.pem` and `mitm.key` in it; prints its port.

use hudsucker::{
    Body, HttpContext, HttpHandler, Proxy, RequestOrResponse,
    certificate_authority::RcgenAuthority,
    hyper::{Request, header::AUTHORIZATION, http::HeaderValue},
    hyper_util::client::legacy::connect::{HttpConnector, dns::Name},
    rcgen::{Issuer, KeyPair},
    rustls::{
        ClientConfig, RootCertStore,
        crypto::aws_lc_rs,
        pki_types::{CertificateDer, pem::PemObject},
    },
    tokio_tungstenite::Connector,
};
use std::{
    convert::Infallible,
    net::SocketAddr,
    path::PathBuf,
    sync::Arc,
    task::{Context, Poll},
};

#[derive(Clone)]
struct PutCredential(HeaderValue);

impl HttpHandler for PutCredential {
    async fn handle_request(
        &mut self,
        _: &HttpContext,
        mut request: Request<Body>,
    ) -> RequestOrResponse {
        if request.headers().contains_key(AUTHORIZATION) {
            request.headers_mut().insert(AUTHORIZATION, self.0.clone());
        }
        request.into()
    }

    async fn should_intercept_connect(&mut self, _: &HttpContext, request: &Request<Body>) -> bool {
        request.uri().host() == Some("localhost")
    }
}

/// Every name is this machine, found without a look-up, as in Paddock's run.
#[derive(Clone)]
struct Here;

impl tower_service::Service<Name> for Here {
    type Response = std::iter::Once<SocketAddr>;
    type Error = Infallible;
    type Future = std::future::Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Name) -> Self::Future {
        std::future::ready(Ok(std::iter::once(SocketAddr::from(([127, 0, 0, 1], 0)))))
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("a folder is missing")?);
    let read = |name: &str| std::fs::read_to_string(folder.join(name));
    let issuer =
        Issuer::from_ca_cert_pem(&read("mitm.pem")?, KeyPair::from_pem(&read("mitm.key")?)?)?;
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(folder.join("ca.pem"))?)?;
    let tls = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let mut tcp = HttpConnector::new_with_resolver(Here);
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    let https = hyper_rustls::HttpsConnectorBuilder::new()
        .with_tls_config(tls.clone())
        .https_or_http()
        .enable_http1()
        .wrap_connector(tcp);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?.port());
    Proxy::builder()
        .with_listener(listener)
        .with_ca(RcgenAuthority::new(
            issuer,
            1_000,
            aws_lc_rs::default_provider(),
        ))
        .with_http_connector(https)
        .with_websocket_connector(Connector::Rustls(Arc::new(tls)))
        .with_http_handler(PutCredential(HeaderValue::from_static(
            "Bearer sk-ant-oat01-real",
        )))
        .build()?
        .start()
        .await?;
    Ok(())
}
