package io.tracingstarter.autoconfigure.web;

import java.util.List;

import io.tracingstarter.autoconfigure.web.FailedRequest.Failure;
import io.tracingstarter.testing.RunningApplication;
import io.tracingstarter.testing.ServletServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that Boot's problem details carry the ids, also where its error attributes do not
 * arrive.
 */
class ProblemDetailIntegrationTests {

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void shouldTellOfTooLargeUploadInBody(ServletServer server) {
		try (RunningApplication application = server.start(FailureApplication.class, List.of(),
				"spring.mvc.problemdetails.enabled=true", "spring.servlet.multipart.max-file-size=1KB")) {
			FailedRequest.assertTold(application, Failure.ofUpload(true));
		}
	}

}
