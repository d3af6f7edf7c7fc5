package mysfits.demo.server;

import java.time.Duration;

/**
 * Is told how the start goes, on the thread that starts.
 */
public interface Progress {

	/**
	 * Called several times a second while a server is awaited.
	 */
	void waiting(Server server, Duration sinceStart);

	/**
	 * Called once a server answers.
	 */
	void ready(Server server, Duration sinceStart);

}
