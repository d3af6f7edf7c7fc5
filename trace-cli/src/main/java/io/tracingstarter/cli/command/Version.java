package io.tracingstarter.cli.command;

import picocli.CommandLine.IVersionProvider;

/**
 * Tells the version of the jar.
 */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		String version = Version.class.getPackage().getImplementationVersion();
		return new String[] { "trace-request " + ((version != null) ? version : "(not built as a jar)") };
	}

}
