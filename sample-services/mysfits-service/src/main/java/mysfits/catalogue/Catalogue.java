package mysfits.catalogue;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The creatures in the database.
 */
@Repository
class Catalogue {

	private static final String COLUMNS = "select id, name, species, about, hexed, answers_after_ms from mysfit";

	private final JdbcClient jdbc;

	Catalogue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Entry> findAll() {
		return this.jdbc.sql(COLUMNS + " order by id").query(Entry.class).list();
	}

	Optional<Entry> findById(int id) {
		return this.jdbc.sql(COLUMNS + " where id = ?").param(id).query(Entry.class).optional();
	}

	/**
	 * One row.
	 *
	 * @param answersAfterMs how long the creature takes to answer the door, in
	 * milliseconds
	 */
	record Entry(int id, String name, String species, String about, boolean hexed, int answersAfterMs) {

		Mysfit in(String mood) {
			return new Mysfit(this.id, this.name, this.species, this.about, this.hexed, mood);
		}

	}

}
