package io.tracingstarter.export.xray;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tracingstarter.TracingNames;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of the name of an attribute, found out once for all spans that have
 * it.
 *
 * @param text the name
 * @param slot where its value is to be found, {@link #NO_SLOT} where no field asks for it
 * @param fields the fields that ask for it, as {@link Field#bit} has them
 * @param parts which parts of a document have its value
 * @param annotation its name among the annotations, {@code null} where it is none
 * @param key its name among the metadata
 * @param member {@code key} as JSON, with its colon
 */
record AttributeName(String text, int slot, long fields, int parts, @Nullable String annotation, String key,
		byte[] member) {

	static final int NO_SLOT = -1;

	static final int HTTP = 1;

	static final int AWS = 2;

	static final int SQL = 4;

	/** Of HTTP or SQL, where what is too long is cut. */
	static final int CUT = 8;

	/** What the X-Ray SDK was told, and other parts of the document say. */
	static final int TOLD = 16;

	/** A namespace of metadata. */
	static final int NAMESPACE = 32;

	/** An attribute of the resource. */
	static final int RESOURCE = 64;

	private static final Set<String> HTTP_NAMES = Set.copyOf(HttpBlock.NAMES);

	private static final Set<String> AWS_NAMES = Set.copyOf(AwsBlock.NAMES);

	private static final Set<String> SQL_NAMES = Set.copyOf(SqlBlock.NAMES);

	private static final Set<String> CUT_NAMES = Stream.of(HttpBlock.LONG_NAMES, SqlBlock.LONG_NAMES)
		.flatMap(Collection::stream)
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<String> TOLD_NAMES = Set.of(TracingNames.XRAY_ANNOTATIONS_ATTRIBUTE,
			TracingNames.XRAY_NAMESPACE_ATTRIBUTE, TracingNames.XRAY_ERROR_ATTRIBUTE,
			TracingNames.XRAY_THROTTLE_ATTRIBUTE);

	static AttributeName of(String text, @Nullable String annotation) {
		String key = keptFree(text);
		return new AttributeName(text, Field.slot(text), Field.asking(text), parts(text), annotation, key,
				JsonBytes.member(key));
	}

	private static int parts(String name) {
		return bit(HTTP_NAMES.contains(name), HTTP) | bit(AWS_NAMES.contains(name), AWS)
				| bit(SQL_NAMES.contains(name), SQL) | bit(CUT_NAMES.contains(name), CUT)
				| bit(TOLD_NAMES.contains(name), TOLD)
				| bit(name.startsWith(TracingNames.XRAY_METADATA_ATTRIBUTE_PREFIX), NAMESPACE)
				| bit(name.startsWith(ResourceParts.PREFIX), RESOURCE);
	}

	private static int bit(boolean set, int bit) {
		return set ? bit : 0;
	}

	/** X-Ray keeps these keys to itself. */
	static String keptFree(String name) {
		return name.startsWith("AWS.") ? "_" + name : name;
	}

	boolean isOf(int someParts) {
		return (this.parts & someParts) != 0;
	}

}
