package io.tracingstarter.autoconfigure.export.honeycomb;

import io.tracingstarter.autoconfigure.export.otlp.OtlpProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of the exporter to Honeycomb. Its endpoint follows from the
 * region where none is given.
 */
@ConfigurationProperties("tracing.exporters.honeycomb")
public class HoneycombExporterProperties extends OtlpProperties {

	/**
	 * Ingest key of the Honeycomb environment. Required, and never shown.
	 */
	private @Nullable String apiKey;

	/**
	 * Dataset that spans go to. Needed by Honeycomb Classic only; else the service name
	 * is the dataset.
	 */
	private @Nullable String dataset;

	/**
	 * Region of the Honeycomb account.
	 */
	private Region region = Region.US;

	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	public @Nullable String getDataset() {
		return this.dataset;
	}

	public void setDataset(@Nullable String dataset) {
		this.dataset = dataset;
	}

	public Region getRegion() {
		return this.region;
	}

	public void setRegion(Region region) {
		this.region = region;
	}

	/**
	 * Where Honeycomb keeps the data.
	 */
	public enum Region {

		/**
		 * United States: api.honeycomb.io.
		 */
		US("https://api.honeycomb.io"),

		/**
		 * European Union: api.eu1.honeycomb.io.
		 */
		EU("https://api.eu1.honeycomb.io");

		private final String url;

		Region(String url) {
			this.url = url;
		}

		String url() {
			return this.url;
		}

	}

}
