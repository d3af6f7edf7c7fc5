package io.tracingstarter.cli.source.aws;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tracingstarter.cli.source.aws.StubAws.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests in a process of their own, with the environment variables of the AWS SDK.
 */
class AwsEnvironmentTests {

	@TempDir
	Path home;

	@Test
	void shouldFollowTheVariablesOfTheSdk() throws Exception {
		try (StubAws aws = new StubAws()) {
			aws.logs("DescribeLogGroups", "{\"logGroupNamePrefix\":\"/ecs/none-\"}", Reply.ok("{\"logGroups\":[]}"));
			String out = ask(Map.of("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "http://127.0.0.1:" + aws.port(),
					"AWS_ENDPOINT_URL", "http://127.0.0.1:1", "AWS_REGION", StubAws.REGION, "AWS_ACCESS_KEY_ID",
					"AKIDSTUB", "AWS_SECRET_ACCESS_KEY", "x"), List.of(), List.of());
			aws.verify();
			assertThat(out.lines()).containsExactly("BUILT CloudWatch Logs /ecs/none-*, AWS X-Ray",
					"LOGS No log group matches /ecs/none-* - Check the pattern, the region and the account (AWS_PROFILE).",
					"REGION Optional[https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1"
							+ "#xray:traces/1-aaaaaaaa-aaaaaaaaaaaaaaaaaaaaaaaa]");
		}
	}

	@Test
	void shouldSayThatThereAreNoCredentials() throws Exception {
		assertThat(ask(Map.of("AWS_REGION", "eu-west-1"), List.of(), List.of())).contains("LOGS AWS: no credentials: "
				+ "Profile file contained no credentials for profile 'default' - Log in (aws sso login)");
	}

	@Test
	void shouldLogInWithIdentityCenter() throws Exception {
		Path config = Files.writeString(this.home.resolve("config"), """
				[default]
				sso_session = company
				sso_account_id = 111122223333
				sso_role_name = reader
				[sso-session company]
				sso_region = eu-west-1
				sso_start_url = https://company.example/start
				""");
		assertThat(ask(Map.of("AWS_REGION", "eu-west-1", "AWS_CONFIG_FILE", config.toString()), List.of(), List.of()))
			.contains("LOGS AWS: no credentials: Unable to load SSO token - Log in (aws sso login)");
	}

	@Test
	void shouldSayThatThereIsNoRegion() throws Exception {
		assertThat(ask(Map.of(), List.of(), List.of())).contains(
				"LOGS AWS: no region is configured - Set region for this source, AWS_REGION,", "REGION Optional.empty");
	}

	@Test
	void shouldLoadNothingOfTheSdkBeforeTheFirstQuestion() throws Exception {
		String out = ask(Map.of(), List.of("-Xlog:class+load"), List.of("build only"));
		assertThat(out).contains("BUILT", "io.tracingstarter.cli.source.aws.AwsService")
			.doesNotContain("software.amazon");
	}

	private String ask(Map<String, String> environment, List<String> options, List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.add("-Duser.home=" + this.home);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), AskAws.class.getName()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("AWS_"));
		builder.environment().put("HOME", this.home.toString());
		builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
		builder.environment().putAll(environment);
		Process process = builder.start();
		try {
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		finally {
			process.destroy();
		}
	}

}
