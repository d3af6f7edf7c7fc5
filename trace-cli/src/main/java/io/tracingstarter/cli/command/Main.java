package io.tracingstarter.cli.command;

/**
 * Starts the command.
 */
public final class Main {

	private Main() {
	}

	public static void main(String[] args) {
		System.exit(2);
	}

}
