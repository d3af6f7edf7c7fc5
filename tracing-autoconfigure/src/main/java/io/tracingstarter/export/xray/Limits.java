package io.tracingstarter.export.xray;

/**
 * What X-Ray accepts. It drops what breaks one of these without a word.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html">X-Ray
 * segment documents</a>
 */
final class Limits {

	/** Bytes of a document, with room for the daemon's header in a datagram. */
	static final int DOCUMENT = 63_000;

	/** Bytes of a name, by AWS's own exporter; its documentation counts characters. */
	static final int NAME = 200;

	/** Characters of any other text that has no limit of its own. */
	static final int TEXT = 250;

	/** Characters of one value of the metadata. */
	static final int METADATA = 8 * 1024;

	static final int ANNOTATIONS = 50;

	static final int ANNOTATION_KEY = 500;

	static final int ANNOTATION_VALUE = 1000;

	private Limits() {
	}

}
