import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node on free ports of 127.0.0.1, until its input ends. Started from its
 * source, with a class path that is not the module's.
 */
public final class OpenSearchNode {

	private OpenSearchNode() {
	}

	public static void main(String[] args) throws Exception {
		OpenSearchRunner runner = new OpenSearchRunner();
		runner.onBuild((number, settings) -> {
			settings.put("network.host", "127.0.0.1");
			settings.put("http.port", "0");
			settings.put("transport.port", "0");
			settings.put("discovery.type", "single-node");
		});
		runner.build(OpenSearchRunner.newConfigs().basePath(args[0]).numOfNode(1).clusterName("trace-cli"));
		while (System.in.read() >= 0) {
			// only its end counts
		}
		System.exit(0);
	}

}
