package io.tracingstarter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A key and a self-signed certificate for 127.0.0.1, for a server and for those that
 * trust it.
 */
public final class TestCertificate {

	public static final String PASSWORD = "changeit";

	private final Path store;

	private TestCertificate(Path store) {
		this.store = store;
	}

	/**
	 * Makes a key and certificate.
	 * @param directory where to keep them
	 * @param name name of the file without its extension
	 * @return the certificate
	 */
	public static TestCertificate create(Path directory, String name) {
		Path store = directory.resolve(name + ".p12");
		try {
			Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-keyalg", "EC", "-alias", "backend", "-dname", "CN=127.0.0.1", "-ext",
					"san=ip:127.0.0.1", "-validity", "30", "-storetype", "PKCS12", "-keystore", store.toString(),
					"-storepass", PASSWORD)
				.inheritIO()
				.start();
			if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
				throw new IllegalStateException("keytool failed");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		return new TestCertificate(store);
	}

	public Path store() {
		return this.store;
	}

	private KeyStore keys() throws GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream content = Files.newInputStream(this.store)) {
			keys.load(content, PASSWORD.toCharArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return keys;
	}

	/**
	 * For a server that shows this certificate, and for a client that trusts it.
	 */
	public SSLContext context() {
		try {
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(keys(), PASSWORD.toCharArray());
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(factory.getKeyManagers(), new X509TrustManager[] { trust() }, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Trusts this certificate only.
	 */
	public X509TrustManager trust() {
		try {
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
			try {
				trusted.load(null, null);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			trusted.setCertificateEntry("backend", keys().getCertificate("backend"));
			factory.init(trusted);
			return (X509TrustManager) factory.getTrustManagers()[0];
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
