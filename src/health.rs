//! Asking the one that serves whether it lives: for containers without a shell.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Empty;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, SignatureScheme};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, UnixStream};
use tokio_rustls::TlsConnector;

use crate::cli::{Asked, Listen, Program};

/// How long it may take.
const LIMIT: Duration = Duration::from_secs(5);

/// Asks `/health/alive`, or `/health/ready`, of the one that listens where these settings say.
///
/// # Errors
/// When it does not answer 200 in time; what it says is why.
pub(crate) async fn ask(asked: &Asked, ready: bool) -> Result<(), String> {
    let name = if ready { "ready" } else { "alive" };
    let target = format!("{}/health/{name}", asked.config.base_path());
    let Program { listen, tls, .. } = &asked.program;
    let answer = async {
        match listen {
            Listen::Tcp(address) => get(TcpStream::connect(reachable(*address)).await, tls.as_ref(), &target).await,
            Listen::Unix(path) => get(UnixStream::connect(path).await, tls.as_ref(), &target).await,
            Listen::Handed => Err("where systemd listens is not known here".to_owned()),
        }
    };
    match tokio::time::timeout(LIMIT, answer).await {
        Ok(Ok(200)) => Ok(()),
        Ok(Ok(status)) => Err(format!("{listen} is not {name}: {status}")),
        Ok(Err(error)) => Err(format!("{listen} cannot be asked: {error}")),
        Err(_elapsed) => Err(format!("{listen} does not answer in time")),
    }
}

/// The status of the answer, by TLS where that is served.
async fn get(
    stream: std::io::Result<impl AsyncRead + AsyncWrite + Send + Unpin + 'static>,
    tls: Option<&(PathBuf, PathBuf)>,
    target: &str,
) -> Result<u16, String> {
    let stream = stream.map_err(|error| error.to_string())?;
    let Some((certificate, _)) = tls else { return speak(stream, target).await };
    let name = ServerName::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST).into());
    let stream = TlsConnector::from(Arc::new(client(certificate)?)).connect(name, stream).await;
    speak(stream.map_err(|error| error.to_string())?, target).await
}

async fn speak(stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static, target: &str) -> Result<u16, String> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|error| error.to_string())?;
    tokio::spawn(connection);
    let request = http::Request::get(target).header(http::header::HOST, "localhost").body(Empty::<Bytes>::new());
    let request = request.map_err(|error| error.to_string())?;
    sender.send_request(request).await.map(|answer| answer.status().as_u16()).map_err(|error| error.to_string())
}

/// A client of whoever has this certificate, whatever the name in it: it is asked on this machine.
fn client(certificate: &Path) -> Result<ClientConfig, String> {
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", certificate.display());
    let own = CertificateDer::from_pem_file(certificate).map_err(|error| told(&error))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| told(&error))?;
    Ok(builder.dangerous().with_custom_certificate_verifier(Arc::new(Own { own, provider })).with_no_client_auth())
}

/// Takes one certificate and no other.
#[derive(Debug)]
struct Own {
    own: CertificateDer<'static>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Own {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if *shown == self.own {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(rustls::Error::General("another certificate than that of TLS_CERT".to_owned()))
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, shown, signature, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, shown, signature, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// An address by which this machine reaches who listens on all of its addresses.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_listens_everywhere_is_asked_on_this_machine() {
        for (listen, asked) in
            [("0.0.0.0:4455", "127.0.0.1:4455"), ("[::]:4455", "[::1]:4455"), ("10.0.0.7:80", "10.0.0.7:80")]
        {
            assert_eq!(reachable(listen.parse().unwrap()).to_string(), asked);
        }
    }
}
