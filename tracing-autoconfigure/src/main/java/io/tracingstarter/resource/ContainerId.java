package io.tracingstarter.resource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The id that a container runtime gave to the container this process is in.
 */
final class ContainerId {

	private static final String ID = "([0-9a-f]{64})";

	/** Last part of a path, perhaps with the runtime's name: cri-containerd-….scope. */
	private static final Pattern CGROUP = Pattern.compile("(?m)[/:-]" + ID + "(?:\\.scope)?$");

	/** Not the sandbox, which is the pod's. */
	private static final Pattern MOUNT = Pattern.compile("/containers/" + ID + "/");

	private ContainerId() {
	}

	/**
	 * Looks for the id in the control groups, of which the newer version mostly hides it,
	 * then in the mounts.
	 * @return the id; {@code null} where it is not to be seen
	 */
	static @Nullable String of(Machine machine) {
		String id = find(CGROUP, machine.file("/proc/self/cgroup"));
		return (id != null) ? id : find(MOUNT, machine.file("/proc/self/mountinfo"));
	}

	private static @Nullable String find(Pattern pattern, @Nullable String text) {
		Matcher matcher = pattern.matcher((text != null) ? text : "");
		return matcher.find() ? matcher.group(1) : null;
	}

}
