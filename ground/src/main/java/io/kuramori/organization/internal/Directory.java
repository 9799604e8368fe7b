package io.kuramori.organization.internal;

import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Department;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Person;
import io.kuramori.organization.Post;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How sheets name records: by code, and where the same code stands in several institutions of the scope, by
/// `INSTITUTION/code`.
@Component
class Directory {

    /// The day of an undone import is counted here; everything else uses the institution's own zone.
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final InstitutionRepository institutions;
    private final DepartmentRepository departments;
    private final PostRepository posts;
    private final PersonRepository people;

    Directory(
            InstitutionRepository institutions,
            DepartmentRepository departments,
            PostRepository posts,
            PersonRepository people) {
        this.institutions = institutions;
        this.departments = departments;
        this.posts = posts;
        this.people = people;
    }

    /// Records by the name that a sheet uses for them (`INSTITUTION/CODE`, the same whatever else is registered), and
    /// the reverse.
    record Codes<T>(Map<String, T> byCode, Map<UUID, String> codes) {

        @Nullable
        T byId(UUID id) {
            var code = codes.get(id);
            return code == null ? null : byCode.get(code);
        }

        T require(String field, String code) {
            var found = byCode.get(code);
            if (found == null) {
                throw new Invalid(field, "organization.error.code-unknown", code);
            }
            return found;
        }

        /// The name of every record, for a reference column.
        Map<String, String> names(Function<T, String> name) {
            var names = new LinkedHashMap<String, String>();
            byCode.forEach((code, each) -> names.put(code, name.apply(each)));
            return names;
        }
    }

    /// The institution that a sheet means without saying so: the only one in scope.
    Map<String, String> onlyInstitution() {
        var inForce = institutions.all(false);
        return inForce.size() == 1 ? Map.of("institution", inForce.getFirst().code()) : Map.of();
    }

    Codes<Institution> institutions() {
        var byCode = new LinkedHashMap<String, Institution>();
        var codes = new HashMap<UUID, String>();
        for (var institution : institutions.all(true)) {
            byCode.put(institution.code(), institution);
            codes.put(institution.id().value(), institution.code());
        }
        return new Codes<>(byCode, codes);
    }

    Codes<Department> departments() {
        return of(departments.all(), each -> each.id().value(), Department::institution, Department::code);
    }

    Codes<Post> posts() {
        return of(posts.all(), each -> each.id().value(), Post::institution, Post::code);
    }

    Codes<Person> people() {
        return of(people.all(), each -> each.id().value(), Person::institution, Person::code);
    }

    private <T> Codes<T> of(
            List<T> all, Function<T, UUID> id, Function<T, InstitutionId> home, Function<T, String> code) {
        var homes = institutions().codes();
        var byCode = new LinkedHashMap<String, T>();
        var codes = new HashMap<UUID, String>();
        for (var each : all) {
            var name = homes.get(home.apply(each).value()) + "/" + code.apply(each);
            byCode.put(name, each);
            codes.put(id.apply(each), name);
        }
        return new Codes<>(byCode, codes);
    }
}
