package io.tracingstarter.autoconfigure.web.client;

import io.tracingstarter.testing.SpanRecorder;
import io.tracingstarter.web.client.PropagatingClientHttpRequestInterceptor;
import io.tracingstarter.web.client.PropagatingExchangeFilterFunction;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Calls a URL with every kind of HTTP client. Runs on Tomcat and on Netty.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class ClientApplication {

	private final ObjectProvider<Calls> calls;

	ClientApplication(ObjectProvider<Calls> calls) {
		this.calls = calls;
	}

	@Bean
	SpanRecorder spanRecorder() {
		return new SpanRecorder();
	}

	@Bean
	RestTemplate handMadeRestTemplate() {
		return new RestTemplate();
	}

	@Bean
	RestClient handMadeRestClient() {
		return RestClient.create();
	}

	@Bean
	WebClient handMadeWebClient() {
		return WebClient.create();
	}

	@Bean
	Clients clients(ObjectProvider<RestTemplateBuilder> restTemplate, ObjectProvider<RestClient.Builder> restClient,
			WebClient.Builder webClient, RestTemplate handMadeRestTemplate, RestClient handMadeRestClient,
			WebClient handMadeWebClient, PropagatingClientHttpRequestInterceptor interceptor,
			PropagatingExchangeFilterFunction filter) {
		// Boot has no blocking builders in a WebFlux application
		return new Clients(restTemplate.getIfAvailable(RestTemplateBuilder::new).build(),
				restClient.getIfAvailable(RestClient::builder).build(), webClient.build(), handMadeRestTemplate,
				handMadeRestClient, handMadeWebClient, interceptor, filter);
	}

	@Bean
	Calls calls(Clients clients) {
		return new Calls(clients);
	}

	@GetMapping("/call")
	Mono<String> call(@RequestParam String client, @RequestParam String url) {
		return this.calls.getObject().call(client, url);
	}

	record Clients(RestTemplate restTemplate, RestClient restClient, WebClient webClient, RestTemplate restTemplateBean,
			RestClient restClientBean, WebClient webClientBean, PropagatingClientHttpRequestInterceptor interceptor,
			PropagatingExchangeFilterFunction filter) {

	}

	interface Service {

		@GetExchange("/")
		String get();

	}

	record Calls(Clients clients) {

		Mono<String> call(String client, String url) {
			Clients clients = this.clients;
			return switch (client) {
				case "RestTemplate from Boot" -> Mono.just(get(clients.restTemplate(), url));
				case "RestTemplate bean" -> Mono.just(get(clients.restTemplateBean(), url));
				case "RestClient from Boot" -> Mono.just(get(clients.restClient(), url));
				case "RestClient bean" -> Mono.just(get(clients.restClientBean(), url));
				case "RestClient made in a method" ->
					Mono.just(get(RestClient.builder().requestInterceptor(clients.interceptor()).build(), url));
				case "HTTP interface" -> Mono.just(service(clients.restClient(), url).get());
				case "WebClient from Boot" -> get(clients.webClient(), url);
				case "WebClient bean" -> get(clients.webClientBean(), url);
				case "WebClient made in a method" -> get(WebClient.builder().filter(clients.filter()).build(), url);
				default -> throw new IllegalArgumentException(client);
			};
		}

		private static String get(RestTemplate client, String url) {
			return client.getForObject(url, String.class);
		}

		private static String get(RestClient client, String url) {
			return client.get().uri(url).retrieve().body(String.class);
		}

		private static Mono<String> get(WebClient client, String url) {
			return client.get().uri(url).retrieve().bodyToMono(String.class);
		}

		private static Service service(RestClient client, String url) {
			return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client.mutate().baseUrl(url).build()))
				.build()
				.createClient(Service.class);
		}

	}

}
