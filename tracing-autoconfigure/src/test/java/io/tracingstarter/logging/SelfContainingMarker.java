package io.tracingstarter.logging;

import java.util.Iterator;
import java.util.List;

import org.slf4j.Marker;

/**
 * A marker that SLF4J's own implementation would not allow.
 */
@SuppressWarnings("deprecation")
class SelfContainingMarker implements Marker {

	@Override
	public String getName() {
		return "SELF";
	}

	@Override
	public void add(Marker reference) {
	}

	@Override
	public boolean remove(Marker reference) {
		return false;
	}

	@Override
	public boolean hasChildren() {
		return true;
	}

	@Override
	public boolean hasReferences() {
		return true;
	}

	@Override
	public Iterator<Marker> iterator() {
		return List.<Marker>of(this).iterator();
	}

	@Override
	public boolean contains(Marker other) {
		return true;
	}

	@Override
	public boolean contains(String name) {
		return true;
	}

}
