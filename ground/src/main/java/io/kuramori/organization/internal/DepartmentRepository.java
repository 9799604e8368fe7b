package io.kuramori.organization.internal;

import io.kuramori.database.SearchKey;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Department;
import io.kuramori.organization.DepartmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class DepartmentRepository {

    private final JdbcClient jdbc;

    DepartmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those in force, by code.
    List<Department> of(InstitutionId institution) {
        return jdbc.sql("""
                        select * from organization.department
                        where institution_id = :institution and retired_on is null order by code, id""")
                .param("institution", institution.value())
                .query(DepartmentRepository::read)
                .list();
    }

    /// Every department in scope, retired ones too, by institution and code.
    List<Department> all() {
        return jdbc.sql("select * from organization.department order by institution_id, code, id")
                .query(DepartmentRepository::read)
                .list();
    }

    Optional<Department> byId(DepartmentId id) {
        return jdbc.sql("select * from organization.department where id = :id")
                .param("id", id.value())
                .query(DepartmentRepository::read)
                .optional();
    }

    /// Whether a department or post in force stands under this one.
    boolean inUse(DepartmentId id) {
        return jdbc.sql("""
                        select exists (select from organization.department where parent_id = :id and retired_on is null)
                            or exists (select from organization.post where department_id = :id and retired_on is null)""").param("id", id.value()).query(Boolean.class).single();
    }

    void insert(Department department) {
        bind(jdbc.sql("""
                insert into organization.department
                    (id, institution_id, code, version, parent_id, name, reading, confirmed_on, retired_on, search_key)
                values (:id, :institution, :code, 1, :parent, :name, :reading, :confirmed, :retired, :key)"""), department)
                .param("institution", department.institution().value())
                .update();
    }

    int update(Department department) {
        return bind(jdbc.sql("""
                update organization.department
                set version = version + 1, code = :code, parent_id = :parent, name = :name, reading = :reading,
                    confirmed_on = :confirmed, retired_on = :retired, search_key = :key
                where id = :id and version = :version"""), department)
                .param("version", department.version())
                .update();
    }

    private static StatementSpec bind(StatementSpec statement, Department department) {
        var parent = department.parent();
        return statement
                .param("id", department.id().value())
                .param("code", department.code())
                .param("parent", parent == null ? null : parent.value())
                .param("name", department.name())
                .param("reading", department.reading())
                .param("confirmed", department.confirmedOn())
                .param("retired", department.retiredOn())
                .param("key", SearchKey.of(department.code(), department.name(), department.reading()));
    }

    private static Department read(ResultSet row, int number) throws SQLException {
        var parent = Columns.idOrNull(row, "parent_id");
        return new Department(
                new DepartmentId(Columns.id(row, "id")),
                Columns.institution(row),
                row.getInt("version"),
                row.getString("code"),
                parent == null ? null : new DepartmentId(parent),
                row.getString("name"),
                row.getString("reading"),
                Columns.dayOrNull(row, "confirmed_on"),
                Columns.dayOrNull(row, "retired_on"));
    }
}
