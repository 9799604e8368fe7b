package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.AppointmentId;
import io.kuramori.organization.Holder;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.PostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class AppointmentRepository {

    private static final String HOLDERS = """
            select a.*, p.name as person_name
            from organization.appointment a join organization.people_in_scope() p on p.id = a.person_id
            """;

    private final JdbcClient jdbc;

    AppointmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holders of an institution's posts on a day: principal ones first, then by date of appointment.
    List<Holder> holders(InstitutionId institution, LocalDate day) {
        return jdbc.sql(HOLDERS + """
                        where a.institution_id = :institution and a.retired_on is null
                          and a.valid_from <= :day and coalesce(a.valid_to > :day, true)
                        order by array_position(array['principal', 'seconded', 'concurrent'], a.kind), a.valid_from, a.id""")
                .param("institution", institution.value())
                .param("day", day)
                .query(AppointmentRepository::holder)
                .list();
    }

    List<Holder> holders(PostId post, LocalDate day) {
        return jdbc.sql(HOLDERS + """
                        where a.post_id = :post and a.retired_on is null
                          and a.valid_from <= :day and coalesce(a.valid_to > :day, true)
                        order by array_position(array['principal', 'seconded', 'concurrent'], a.kind), a.valid_from, a.id""")
                .param("post", post.value())
                .param("day", day)
                .query(AppointmentRepository::holder)
                .list();
    }

    List<Holder> heldBy(PersonId person, LocalDate day) {
        return jdbc.sql(HOLDERS + """
                        where a.person_id = :person and a.retired_on is null
                          and a.valid_from <= :day and coalesce(a.valid_to > :day, true)
                        order by array_position(array['principal', 'seconded', 'concurrent'], a.kind), a.valid_from, a.id""")
                .param("person", person.value())
                .param("day", day)
                .query(AppointmentRepository::holder)
                .list();
    }

    /// Appointments that begin or end after a day: what is planned (発令予定).
    List<Appointment> planned(InstitutionId institution, LocalDate after) {
        return jdbc.sql("""
                        select * from organization.appointment
                        where institution_id = :institution and retired_on is null
                          and (valid_from > :after or valid_to > :after)
                        order by greatest(valid_from, coalesce(valid_to, valid_from)), post_id, id limit 500""")
                .param("institution", institution.value())
                .param("after", after)
                .query(AppointmentRepository::read)
                .list();
    }

    /// Names of those whom the planned appointments concern.
    Map<PersonId, String> plannedNames(InstitutionId institution, LocalDate after) {
        var names = new HashMap<PersonId, String>();
        jdbc.sql("""
                        select distinct p.id, p.name
                        from organization.appointment a join organization.people_in_scope() p on p.id = a.person_id
                        where a.institution_id = :institution and a.retired_on is null
                          and (a.valid_from > :after or a.valid_to > :after)""")
                .param("institution", institution.value())
                .param("after", after)
                .query(row -> {
                    names.put(new PersonId(Columns.id(row, "id")), row.getString("name"));
                });
        return names;
    }

    /// All of a person's appointments, newest first, called-off ones too.
    List<Appointment> of(PersonId person) {
        return jdbc.sql("""
                        select * from organization.appointment where person_id = :person
                        order by valid_from desc, id desc""")
                .param("person", person.value())
                .query(AppointmentRepository::read)
                .list();
    }

    /// Who held, holds or will hold a post, newest first, at most 200.
    List<Holder> everOf(PostId post) {
        return jdbc.sql(HOLDERS + """
                        where a.post_id = :post and a.retired_on is null
                        order by a.valid_from desc, a.id desc limit 200""")
                .param("post", post.value())
                .query(AppointmentRepository::holder)
                .list();
    }

    /// Every appointment in scope that was not called off, by date.
    List<Appointment> all() {
        return jdbc.sql("select * from organization.appointment where retired_on is null order by valid_from, id")
                .query(AppointmentRepository::read)
                .list();
    }

    Optional<Appointment> byId(AppointmentId id) {
        return jdbc.sql("select * from organization.appointment where id = :id")
                .param("id", id.value())
                .query(AppointmentRepository::read)
                .optional();
    }

    void insert(Appointment appointment) {
        bind(jdbc.sql("""
                insert into organization.appointment
                    (id, institution_id, version, person_id, post_id, kind, line, valid_from, valid_to, note, retired_on)
                values (:id, :institution, 1, :person, :post, :kind, :line, :from, :to, :note, :retired)"""), appointment)
                .param("institution", appointment.institution().value())
                .param("person", appointment.person().value())
                .param("post", appointment.post().value())
                .update();
    }

    /// Person and post of an appointment never change; another appointment is another record.
    int update(Appointment appointment) {
        return bind(jdbc.sql("""
                update organization.appointment
                set version = version + 1, kind = :kind, line = :line, valid_from = :from, valid_to = :to, note = :note,
                    retired_on = :retired
                where id = :id and version = :version"""), appointment)
                .param("version", appointment.version())
                .update();
    }

    private static StatementSpec bind(StatementSpec statement, Appointment appointment) {
        return statement
                .param("id", appointment.id().value())
                .param("kind", Words.of(appointment.kind()))
                .param("line", appointment.line())
                .param("from", appointment.from())
                .param("to", appointment.to())
                .param("note", appointment.note())
                .param("retired", appointment.retiredOn());
    }

    private static Holder holder(ResultSet row, int number) throws SQLException {
        return new Holder(
                new AppointmentId(Columns.id(row, "id")),
                new PostId(Columns.id(row, "post_id")),
                new PersonId(Columns.id(row, "person_id")),
                row.getString("person_name"),
                Words.to(Appointment.Kind.class, row.getString("kind")),
                Columns.numberOrNull(row, "line"),
                Columns.day(row, "valid_from"),
                Columns.dayOrNull(row, "valid_to"));
    }

    private static Appointment read(ResultSet row, int number) throws SQLException {
        return new Appointment(
                new AppointmentId(Columns.id(row, "id")),
                Columns.institution(row),
                row.getInt("version"),
                new PersonId(Columns.id(row, "person_id")),
                new PostId(Columns.id(row, "post_id")),
                Words.to(Appointment.Kind.class, row.getString("kind")),
                Columns.numberOrNull(row, "line"),
                Columns.day(row, "valid_from"),
                Columns.dayOrNull(row, "valid_to"),
                row.getString("note"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
