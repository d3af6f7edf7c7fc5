package io.tracingstarter.resource;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pod in Amazon EKS. Any Kubernetes gives it a token; that of EKS names AWS as its
 * issuer, which needs neither the network nor a permission to see.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/k8s/">OpenTelemetry
 * semantic conventions: Kubernetes</a>
 */
final class EksPod implements AwsPlatform {

	private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";

	private static final Pattern ISSUER = Pattern
		.compile("https://oidc[.-]eks\\.([a-z0-9-]+)\\.(?:amazonaws\\.com(?:\\.cn)?|api\\.aws)/id/.+");

	/**
	 * Container Insights leaves the cluster's name there; pods may be forbidden to read.
	 */
	private static final String CLUSTER = "/api/v1/namespaces/amazon-cloudwatch/configmaps/cluster-info";

	@Override
	public boolean detect(Machine machine, Found found) throws IOException {
		String host = machine.variable("KUBERNETES_SERVICE_HOST");
		String token = (host != null) ? machine.file(ACCOUNT + "token") : null;
		if (host == null || token == null) {
			return false;
		}
		Matcher issuer = ISSUER.matcher(issuer(machine, token.strip()));
		if (!issuer.matches()) {
			return false;
		}
		found.platform("aws_eks")
			.text("cloud.region", issuer.group(1))
			.text("k8s.namespace.name", machine.file(ACCOUNT + "namespace"))
			.text("k8s.pod.name", machine.variable("HOSTNAME"))
			.text("container.id", ContainerId.of(machine));
		String authority = machine.file(ACCOUNT + "ca.crt");
		if (authority != null) {
			cluster(machine, apiServer(machine, host), token.strip(), authority, found);
		}
		return true;
	}

	private static String issuer(Machine machine, String token) throws IOException {
		String[] parts = token.split("\\.", -1);
		if (parts.length != 3) {
			return "";
		}
		try {
			String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
			return (machine.object(claims).get("iss") instanceof String issuer) ? issuer : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static URI apiServer(Machine machine, String host) {
		String port = machine.variable("KUBERNETES_SERVICE_PORT");
		String literal = (host.indexOf(':') >= 0) ? "[" + host + "]" : host;
		return URI.create("https://" + literal + ":" + ((port != null) ? port : "443") + CLUSTER);
	}

	private static void cluster(Machine machine, URI uri, String token, String authority, Found found)
			throws IOException {
		String answer = machine.client()
			.get(uri, Map.of("Authorization", "Bearer " + token), ClusterTrust.of(authority));
		found.text("k8s.cluster.name", Machine.objectOf(machine.object(answer), "data").get("cluster.name"));
	}

}
