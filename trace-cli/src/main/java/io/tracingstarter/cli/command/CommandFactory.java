package io.tracingstarter.cli.command;

import java.lang.reflect.Constructor;
import java.util.Arrays;

import picocli.CommandLine;

/**
 * Makes each verb, and hands it the session.
 */
final class CommandFactory implements CommandLine.IFactory {

	private final Session session;

	CommandFactory(Session session) {
		this.session = session;
	}

	@Override
	public <K> K create(Class<K> type) throws Exception {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] { Session.class })) {
				return type.cast(constructor.newInstance(this.session));
			}
		}
		return CommandLine.defaultFactory().create(type);
	}

}
