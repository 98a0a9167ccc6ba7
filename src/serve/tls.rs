//! TLS by rustls, with a certificate that may be renewed while it serves.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use rustls::ServerConfig;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio_rustls::TlsAcceptor;

/// The name of HTTP/2 in ALPN (RFC 9113, 3.1).
pub(super) const HTTP_2: &[u8] = b"h2";

/// A certificate and its key, and how connections are secured with them.
#[derive(Clone)]
pub struct Tls(TlsAcceptor);

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls").finish_non_exhaustive()
    }
}

impl Tls {
    /// Reads a certificate with its chain, and its key, both PEM. They are read again when either file has
    /// changed: before the next connection.
    ///
    /// # Errors
    /// When a file cannot be read, or the key is another certificate's.
    pub fn load(certificate: &Path, key: &Path) -> Result<Self, String> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions = ServerConfig::builder_with_provider(Arc::clone(&provider));
        let builder = versions.with_safe_default_protocol_versions().map_err(|error| error.to_string())?;
        let renewed = Renewed::load(Files { certificate: certificate.to_owned(), key: key.to_owned() }, provider)?;
        let mut config = builder.with_no_client_auth().with_cert_resolver(Arc::new(renewed));
        config.alpn_protocols = vec![HTTP_2.to_vec(), b"http/1.1".to_vec()];
        Ok(Self(Arc::new(config).into()))
    }

    pub(super) fn acceptor(&self) -> &TlsAcceptor {
        &self.0
    }
}

/// When each of both files was written, and its length.
type Stamp = [Option<(SystemTime, u64)>; 2];

/// Where they are.
#[derive(Debug)]
struct Files {
    certificate: PathBuf,
    key: PathBuf,
}

impl Files {
    /// What changes when either is written anew.
    fn stamp(&self) -> Stamp {
        [&self.certificate, &self.key].map(|path| {
            let file = fs::metadata(path).ok()?;
            Some((file.modified().ok()?, file.len()))
        })
    }

    fn read(&self, provider: &CryptoProvider) -> Result<Arc<CertifiedKey>, String> {
        let told = |path: &Path, error: &dyn fmt::Display| format!("{}: {error}", path.display());
        let chain = CertificateDer::pem_file_iter(&self.certificate).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let chain = chain.map_err(|error| told(&self.certificate, &error))?;
        if chain.is_empty() {
            return Err(told(&self.certificate, &"there is no certificate in it"));
        }
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|error| told(&self.key, &error))?;
        let key = CertifiedKey::from_der(chain, key, provider).map_err(|error| told(&self.key, &error))?;
        Ok(Arc::new(key))
    }
}

/// The newest certificate that can be used.
struct Renewed {
    files: Files,
    provider: Arc<CryptoProvider>,
    /// With the stamp of the files when they were read last, whatever came of it.
    newest: Mutex<(Stamp, Arc<CertifiedKey>)>,
}

impl fmt::Debug for Renewed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files.fmt(f)
    }
}

impl Renewed {
    fn load(files: Files, provider: Arc<CryptoProvider>) -> Result<Self, String> {
        let stamp = files.stamp();
        let key = files.read(&provider)?;
        Ok(Self { files, provider, newest: Mutex::new((stamp, key)) })
    }

    fn newest(&self) -> Arc<CertifiedKey> {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let stamp = self.files.stamp();
        if stamp != newest.0 {
            newest.0 = stamp;
            match self.files.read(&self.provider) {
                Ok(key) => {
                    newest.1 = key;
                    tracing::info!("the certificate was read anew");
                }
                // The other file may follow: then both are read again.
                Err(error) => tracing::warn!(%error, "the new certificate cannot be used: the old one stays"),
            }
        }
        Arc::clone(&newest.1)
    }
}

impl ResolvesServerCert for Renewed {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.newest())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A new certificate for localhost, and its key.
    fn certificate() -> (String, String) {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        (made.cert.pem(), made.signing_key.serialize_pem())
    }

    #[test]
    fn a_renewed_certificate_is_taken_once_its_key_fits() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files { certificate: folder.path().join("cert.pem"), key: folder.path().join("key.pem") };
        let (certificate_path, key_path) = (files.certificate.clone(), files.key.clone());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let (first, second) = (certificate(), certificate());
        fs::write(&certificate_path, &first.0).unwrap();
        fs::write(&key_path, &first.1).unwrap();
        let renewed = Renewed::load(files, provider).unwrap();
        let served = || renewed.newest().cert[0].to_vec();
        let of = |pem: &str| CertificateDer::from_pem_slice(pem.as_bytes()).unwrap().to_vec();
        assert_eq!(served(), of(&first.0));
        // A comment makes it longer, so that the change shows however fast the test is.
        fs::write(&certificate_path, format!("renewed\n{}", second.0)).unwrap();
        assert_eq!(served(), of(&first.0), "the key is still the first one's");
        fs::write(&key_path, format!("renewed\n{}", second.1)).unwrap();
        assert_eq!(served(), of(&second.0));
        fs::remove_file(&key_path).unwrap();
        assert_eq!(served(), of(&second.0), "what is gone is kept");
    }

    #[test]
    fn files_that_cannot_be_used_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let [cert, key, other, empty] =
            ["cert.pem", "key.pem", "other.pem", "empty.pem"].map(|name| folder.path().join(name));
        let made = certificate();
        fs::write(&cert, made.0).unwrap();
        fs::write(&key, made.1).unwrap();
        fs::write(&other, certificate().1).unwrap();
        fs::write(&empty, "").unwrap();
        assert!(Tls::load(&cert, &key).is_ok());
        for (cert, key, named) in [(&cert, &other, &other), (&empty, &key, &empty), (&cert, &empty, &empty)] {
            let error = Tls::load(cert, key).unwrap_err();
            assert!(error.starts_with(named.to_str().unwrap()), "{error}");
        }
        assert!(Tls::load(Path::new("/nowhere"), &key).unwrap_err().starts_with("/nowhere: "));
    }
}
