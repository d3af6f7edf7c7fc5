package io.tracingstarter.concurrent;

import java.lang.StackWalker.StackFrame;
import java.util.Set;

/**
 * Recognizes a task that Spring's schedulers run again and again, which works for no
 * single request. They tell a decorator nothing of it; only the calls that lead there do.
 */
final class Repetition {

	private static final String SCHEDULING = "org.springframework.scheduling.";

	/** What a trigger repeats hands itself in again before each run. */
	private static final String TRIGGERED = SCHEDULING + "concurrent.ReschedulingRunnable";

	private static final String SCHEDULER = SCHEDULING + "concurrent.ConcurrentTaskScheduler";

	private static final Set<String> METHODS = Set.of("scheduleAtFixedRate", "scheduleWithFixedDelay");

	/** From a decorator up to the scheduler, with room for a decorator of decorators. */
	private static final int FRAMES = 16;

	/** A newer JDK tells no descriptors without the classes. */
	private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private Repetition() {
	}

	/** Whether the task that is decorated on this thread now will be repeated. */
	static boolean isBeingScheduled() {
		return WALKER.walk((frames) -> frames.limit(FRAMES).anyMatch(Repetition::repeats));
	}

	private static boolean repeats(StackFrame frame) {
		boolean schedules = frame.getMethodName().equals("schedule");
		return switch (frame.getClassName()) {
			case TRIGGERED -> schedules;
			case SCHEDULER -> METHODS.contains(frame.getMethodName())
					|| (schedules && frame.getDescriptor().contains("Lorg/springframework/scheduling/Trigger;"));
			default -> false;
		};
	}

}
