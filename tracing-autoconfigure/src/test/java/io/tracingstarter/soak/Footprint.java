package io.tracingstarter.soak;

import java.lang.management.ManagementFactory;

import com.sun.management.UnixOperatingSystemMXBean;

/**
 * What the process holds on to.
 *
 * @param heap bytes that are still used after garbage was collected
 * @param threads live threads
 * @param files open file descriptors; 0 where the system does not say
 */
record Footprint(long heap, int threads, long files) {

	private static final int COLLECTIONS = 3;

	static Footprint now() {
		long heap = Long.MAX_VALUE;
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
			heap = Math.min(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		long files = (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getOpenFileDescriptorCount() : 0;
		return new Footprint(heap, ManagementFactory.getThreadMXBean().getThreadCount(), files);
	}

}
