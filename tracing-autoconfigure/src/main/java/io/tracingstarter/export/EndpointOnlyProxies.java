package io.tracingstarter.export;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The proxies of the JVM for one endpoint, and a refusal for any other host. One for each
 * exporter.
 * <p>
 * The HTTP client of OpenTelemetry follows redirects and cannot be told not to. It then
 * asks for the page of a login by {@code GET}, without the spans, and takes that page for
 * success; and it hands the exporter's headers, keys among them, to whatever host it is
 * sent to. It asks here before it connects anywhere.
 */
public final class EndpointOnlyProxies extends ProxySelector {

	// the first that is asked for, in the client's own spelling of hosts such as [0:0::1]
	private final AtomicReference<@Nullable String> endpoint = new AtomicReference<>();

	@Override
	public List<Proxy> select(URI uri) {
		String origin = origin(uri);
		if (!this.endpoint.compareAndSet(null, origin) && !origin.equals(this.endpoint.get())) {
			return List.of(nowhere(origin + " (redirected there; the endpoint has to be the final URL)"));
		}
		ProxySelector defaults = ProxySelector.getDefault();
		return (defaults != null) ? defaults.select(uri) : List.of(Proxy.NO_PROXY);
	}

	// the authority, because URI knows no host with an underscore
	private static String origin(URI uri) {
		String authority = uri.getRawAuthority();
		boolean port = authority.substring(authority.lastIndexOf(']') + 1).contains(":");
		return uri.getScheme() + "://" + authority + (port ? "" : (uri.getScheme().equals("https") ? ":443" : ":80"));
	}

	// a proxy that cannot be connected to; an exception would make the client fail with
	// an error of its own, or try until its time-out
	private static Proxy nowhere(String reason) {
		return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(reason, 0));
	}

	@Override
	public void connectFailed(URI uri, SocketAddress address, IOException failure) {
		ProxySelector defaults = ProxySelector.getDefault();
		if (defaults != null) {
			defaults.connectFailed(uri, address, failure);
		}
	}

}
