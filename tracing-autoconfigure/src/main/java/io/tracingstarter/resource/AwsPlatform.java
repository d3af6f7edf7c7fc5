package io.tracingstarter.resource;

import java.io.IOException;

/**
 * One of AWS's platforms.
 */
@FunctionalInterface
interface AwsPlatform {

	/**
	 * Looks whether the service runs there.
	 * @param machine what there is to see
	 * @param found takes the attributes, as soon as they are known
	 * @return {@code false} if it is another platform
	 * @throws IOException if it is this one, and not all of it could be found out
	 */
	boolean detect(Machine machine, Found found) throws IOException;

}
