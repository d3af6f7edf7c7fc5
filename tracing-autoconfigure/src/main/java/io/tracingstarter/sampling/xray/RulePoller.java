package io.tracingstarter.sampling.xray;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.tracingstarter.export.xray.DaemonAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a sampler's rules up to date, on a thread of its own: asks for them every five
 * minutes and when X-Ray says that they have changed, and tells every ten seconds what
 * became of traces. Rules that could not be asked for within an hour are no longer
 * followed. A daemon that does not answer is asked again less and less often.
 */
public final class RulePoller implements AutoCloseable {

	/** How often X-Ray wants to be told, and how often what is due is looked for. */
	private static final Duration TICK = Duration.ofSeconds(10);

	private static final long RULES_SECONDS = TimeUnit.MINUTES.toSeconds(5);

	private static final long MAX_AGE_SECONDS = TimeUnit.HOURS.toSeconds(1);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final Logger logger = LoggerFactory.getLogger(RulePoller.class);

	private final XRaySampler sampler;

	private final DaemonAddress daemon;

	private final DaemonApi api;

	private final RuleSource source;

	private final Duration tick;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "tracing-xray-sampling");
		thread.setDaemon(true);
		return thread;
	});

	private long askAt;

	private long fetchAt;

	private long fetchedAt;

	private long modifiedAt;

	private long waitSeconds;

	private long warnedOfIgnored;

	private volatile RulesStatus status = RulesStatus.NONE;

	/**
	 * Creates a poller, which does nothing yet.
	 * @param sampler gets the rules
	 * @param daemon where the X-Ray daemon listens
	 * @param json reads answers
	 */
	public RulePoller(XRaySampler sampler, DaemonAddress daemon, Json json) {
		this(sampler, daemon, json, TICK);
	}

	RulePoller(XRaySampler sampler, DaemonAddress daemon, Json json, Duration tick) {
		this.sampler = sampler;
		this.daemon = daemon;
		this.api = new DaemonApi(daemon, TIMEOUT, json);
		this.source = new RuleSource(this.api, sampler.service());
		this.tick = tick;
	}

	/**
	 * Begins to ask. The first answer is not waited for.
	 */
	public void start() {
		// services that start together do not ask together
		long jitter = ThreadLocalRandom.current().nextLong(this.tick.toMillis() / 10 + 1);
		this.executor.execute(this::tick);
		this.executor.scheduleWithFixedDelay(this::tick, this.tick.toMillis() + jitter, this.tick.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/** Must not throw: it would be the last. */
	private void tick() {
		long now = System.currentTimeMillis() / 1000;
		if (now < this.askAt) {
			return;
		}
		try {
			RuleSet rules = this.sampler.central();
			long modified = (rules != null) ? this.source.report(rules, now) : 0;
			// by X-Ray's clock alone, which need not be ours
			if (modified > this.modifiedAt) {
				this.modifiedAt = modified;
				this.fetchAt = now;
			}
			if (now >= this.fetchAt) {
				fetch(now);
			}
			succeeded();
		}
		catch (IOException ex) {
			failed(now, (ex.getMessage() != null) ? ex.getMessage() : ex.toString());
		}
		catch (RuntimeException ex) {
			failed(now, "the answer makes no sense: " + ex.getMessage());
		}
	}

	private void fetch(long now) throws IOException {
		List<Rule> rules = this.source.fetchRules();
		this.sampler.follow(RuleSet.central(rules, this.sampler.central()));
		this.fetchedAt = now;
		this.fetchAt = now + RULES_SECONDS;
		if (this.source.ignoredRules() != this.warnedOfIgnored) {
			this.warnedOfIgnored = this.source.ignoredRules();
			logger.warn("{} of X-Ray's sampling rules could not be read and are ignored.", this.warnedOfIgnored);
		}
	}

	private void succeeded() {
		RuleSet rules = this.sampler.central();
		int count = (rules != null) ? rules.rules().size() : 0;
		if (this.status.fetchedAt() == 0 || this.status.failure() != null) {
			logger.info("X-Ray's sampling rules are followed: {} for this service, from {}.", count, this.daemon.tcp());
		}
		this.waitSeconds = 0;
		this.status = new RulesStatus(count, this.fetchedAt, null);
	}

	private void failed(long now, String reason) {
		if (this.executor.isShutdown()) {
			// cut off by the end of the application, which is no failure
			return;
		}
		this.waitSeconds = Math.min(RULES_SECONDS, Math.max(this.tick.toSeconds(), 2 * this.waitSeconds));
		this.askAt = now + this.waitSeconds;
		RuleSet rules = this.sampler.central();
		if (rules != null && now - this.fetchedAt > MAX_AGE_SECONDS) {
			this.sampler.follow(null);
			rules = null;
		}
		if (this.status.failure() == null) {
			logger.warn("X-Ray's sampling rules cannot be asked for at {}: {}. {} until they can.", this.daemon.tcp(),
					reason, (rules != null) ? "Those of before decide for up to an hour"
							: "What is set for this service decides");
		}
		this.status = new RulesStatus((rules != null) ? rules.rules().size() : 0, this.fetchedAt, reason);
	}

	/**
	 * Returns what decides about traces that start here.
	 * @return the sampler
	 */
	public Sampler sampler() {
		return this.sampler;
	}

	/**
	 * Returns how it goes.
	 * @return the status at this moment
	 */
	public RulesStatus status() {
		return this.status;
	}

	@Override
	public String toString() {
		return "by X-Ray's rules (" + this.daemon.tcp() + ")";
	}

	/**
	 * Ends at once, also what is under way.
	 */
	@Override
	public void close() {
		this.executor.shutdownNow();
		this.api.close();
	}

}
