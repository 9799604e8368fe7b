package io.kuramori.organization.internal;

import io.kuramori.database.SearchKey;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class PersonRepository {

    private final JdbcClient jdbc;

    PersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every person in scope, retired ones too, by institution and code.
    List<Person> all() {
        return jdbc.sql("select * from organization.person order by institution_id, code, id")
                .query(PersonRepository::read)
                .list();
    }

    /// A page of people by reading, after the given place. `key` is a search key; blank takes everyone.
    List<Person> page(
            InstitutionId institution,
            String key,
            boolean withRetired,
            String afterReading,
            String afterCode,
            int size) {
        return jdbc.sql("""
                        select * from organization.person
                        where institution_id = :institution and (:retired or retired_on is null)
                          and position(:key in search_key) > 0
                          and (reading, code) > (:reading, :code)
                        order by reading, code limit :size""")
                .param("institution", institution.value())
                .param("key", key)
                .param("retired", withRetired)
                .param("reading", afterReading)
                .param("code", afterCode)
                .param("size", size)
                .query(PersonRepository::read)
                .list();
    }

    Optional<Person> byId(PersonId id) {
        return jdbc.sql("select * from organization.person where id = :id")
                .param("id", id.value())
                .query(PersonRepository::read)
                .optional();
    }

    Optional<Person> byCode(InstitutionId institution, String code) {
        return jdbc.sql("select * from organization.person where institution_id = :institution and code = :code")
                .param("institution", institution.value())
                .param("code", code)
                .query(PersonRepository::read)
                .optional();
    }

    /// Whether the person holds a post on or after `day`.
    boolean inUse(PersonId id, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from organization.appointment
                                       where person_id = :id and retired_on is null
                                         and coalesce(valid_to > :day, true))""")
                .param("id", id.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void insert(Person person) {
        bind(jdbc.sql("""
                insert into organization.person
                    (id, institution_id, code, version, name, reading, email, confirmed_on, retired_on, search_key)
                values (:id, :institution, :code, 1, :name, :reading, :email, :confirmed, :retired, :key)"""), person)
                .param("institution", person.institution().value())
                .update();
    }

    int update(Person person) {
        return bind(jdbc.sql("""
                update organization.person
                set version = version + 1, code = :code, name = :name, reading = :reading, email = :email,
                    confirmed_on = :confirmed, retired_on = :retired, search_key = :key
                where id = :id and version = :version"""), person).param("version", person.version()).update();
    }

    private static StatementSpec bind(StatementSpec statement, Person person) {
        return statement
                .param("id", person.id().value())
                .param("code", person.code())
                .param("name", person.name())
                .param("reading", person.reading())
                .param("email", person.email())
                .param("confirmed", person.confirmedOn())
                .param("retired", person.retiredOn())
                .param("key", SearchKey.of(person.code(), person.name(), person.reading()));
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(Columns.id(row, "id")),
                Columns.institution(row),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name"),
                row.getString("reading"),
                row.getString("email"),
                Columns.dayOrNull(row, "confirmed_on"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
