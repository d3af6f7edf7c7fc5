package mysfits.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import mysfits.demo.evidence.TraceRequest;
import mysfits.demo.load.LoadCheck;
import mysfits.demo.load.LoadReport;
import mysfits.demo.server.Installation;
import mysfits.demo.server.Ports;
import mysfits.demo.server.RunningServers;
import mysfits.demo.server.Server;
import mysfits.demo.server.ServiceOptions;
import mysfits.demo.server.StartFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The command behind {@code bin/demo}.
 */
public final class Demo {

	private static final int OK = 0;

	private static final int NOT_FOUND = 1;

	private static final int USAGE = 2;

	private final DemoOptions options;

	private final Terminal terminal;

	private final @Nullable XRayReport xray;

	private final AtomicBoolean stopping = new AtomicBoolean();

	private Demo(DemoOptions options, Terminal terminal, @Nullable XRayReport xray) {
		this.options = options;
		this.terminal = terminal;
		this.xray = xray;
	}

	/**
	 * Runs the demo and ends the process with its exit code: 0 when everything was found,
	 * 1 when not, 2 when the command line makes no sense.
	 * @param args see {@code bin/demo --help}
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		Terminal terminal = new Terminal(out, Boolean.getBoolean("demo.colour"));
		DemoOptions options = options(args, terminal);
		System.exit(new Demo(options, terminal, options.xray() ? new XRayReport(terminal) : null).run());
	}

	private static DemoOptions options(String[] args, Terminal terminal) {
		try {
			return DemoOptions.parse(List.of(args));
		}
		catch (IllegalArgumentException ex) {
			terminal.line(String.valueOf(ex.getMessage()));
			System.exit(USAGE);
			throw ex;
		}
	}

	private int run() throws IOException, InterruptedException {
		Installation installation = Installation.fromSystemProperties();
		try {
			Ports ports = Ports.claim(this.options.ports());
			RunningServers servers = new RunningServers(installation, ports,
					installation.home().resolve("target/demo/logs"));
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers), "stop"));
			return run(servers);
		}
		catch (StartFailedException ex) {
			if (!this.stopping.get()) {
				this.terminal.line(this.terminal.bad(String.valueOf(ex.getMessage())));
			}
			return NOT_FOUND;
		}
	}

	private int run(RunningServers servers) throws IOException, InterruptedException {
		this.terminal.title("Starting Zipkin, DynamoDB Local and three services on 127.0.0.1");
		servers.start(serviceOptions(), this.terminal);
		int code = this.options.loadCheck() ? checkUnderLoad(servers) : playScenario(servers);
		if (!this.options.once() && !this.options.loadCheck()) {
			stayUp(servers);
		}
		return code;
	}

	private ServiceOptions serviceOptions() {
		if (this.xray != null) {
			return new ServiceOptions(false, this.xray.serviceArguments());
		}
		return new ServiceOptions(this.options.aheadOfTime(),
				this.options.loadCheck() ? LoadCheck.UNSENT_SPANS : List.of());
	}

	private int playScenario(RunningServers servers) throws IOException, InterruptedException {
		Scenario scenario = new Scenario(servers);
		StepReport report = new StepReport(this.terminal);
		List<ScenarioStep> steps = ScenarioStep.all();
		List<String> ids = new ArrayList<>();
		int followed = 0;
		for (ScenarioStep step : steps) {
			StepResult result = scenario.play(step);
			report.print(steps.indexOf(step) + 1, step, result, scenario.traceUrl(result.trace()));
			boolean inXRay = this.xray == null || this.xray.print(step, result);
			followed += (inXRay && result.problems().isEmpty()) ? 1 : 0;
			ids.add(result.correlationId());
		}
		this.terminal.line("");
		Stories stories = new Stories(new TraceRequest(Installation.fromSystemProperties().home(), servers.logs(),
				servers.url(Server.ZIPKIN)), this.terminal);
		followed = Math.min(followed, stories.tell(ids));
		String summary = followed + " of " + steps.size() + " requests can be followed from end to end.";
		this.terminal.title((followed == steps.size()) ? this.terminal.good(summary) : this.terminal.bad(summary));
		return (followed == steps.size()) ? OK : NOT_FOUND;
	}

	private int checkUnderLoad(RunningServers servers) throws InterruptedException {
		this.terminal
			.title("Sending " + this.options.requests() + " requests, " + this.options.concurrency() + " at a time");
		LoadReport report = new LoadCheck(servers).run(this.options.requests(), this.options.concurrency(),
				this.options.timeLimit(), this.terminal::line);
		report.lines().forEach(this.terminal::line);
		report.problems().forEach((problem) -> this.terminal.line(this.terminal.bad(problem)));
		this.terminal.title(report.problems().isEmpty() ? this.terminal.good("Every log line has the right ids.")
				: this.terminal.bad("The load check failed."));
		return report.problems().isEmpty() ? OK : NOT_FOUND;
	}

	private void stayUp(RunningServers servers) throws InterruptedException {
		this.terminal.line("");
		this.terminal.line("The page      " + this.terminal.bold(servers.url(Server.MYSFITS_WEB) + "/"));
		this.terminal.line("Zipkin        " + this.terminal.bold(servers.url(Server.ZIPKIN) + "/zipkin/"));
		this.terminal.line("Log files     " + servers.logs());
		if (this.xray != null) {
			this.terminal.line("X-Ray         what arrives follows");
			this.xray.printWhatArrives();
		}
		this.terminal.line("Ctrl-C stops everything.");
		while (!this.stopping.get()) {
			servers.requireAlive();
			TimeUnit.SECONDS.sleep(1);
		}
	}

	private void stop(RunningServers servers) {
		this.stopping.set(true);
		this.terminal.stopping();
		this.terminal.line("Stopping all servers …");
		servers.close();
		this.terminal.line("Stopped.");
	}

}
