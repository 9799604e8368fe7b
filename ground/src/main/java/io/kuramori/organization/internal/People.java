package io.kuramori.organization.internal;

import io.kuramori.database.SearchKey;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Changes people.
@Service
public class People {

    private static final Pattern READING = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsLatin}ー・ \u3000'.-]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final PersonRepository people;
    private final Writes writes;

    People(PersonRepository people, Writes writes) {
        this.people = people;
        this.writes = writes;
    }

    public PersonId newId() {
        return new PersonId(writes.newId());
    }

    /// Every person in scope, retired ones too.
    public List<Person> all(Caller caller) {
        return writes.read(caller, people::all);
    }

    /// A page of people in force by reading, after `last` (empty for the first page).
    ///
    /// @param words as typed; blank takes everyone
    public List<Person> page(Caller caller, InstitutionId institution, String words, Optional<Person> last, int size) {
        return page(caller, institution, words, false, last, size);
    }

    /// The same, with those who have left when asked for.
    public List<Person> page(
            Caller caller,
            InstitutionId institution,
            String words,
            boolean withRetired,
            Optional<Person> last,
            int size) {
        return writes.read(
                caller,
                () -> people.page(
                        institution,
                        words.isBlank() ? "" : SearchKey.of(words),
                        withRetired,
                        last.map(Person::reading).orElse(""),
                        last.map(Person::code).orElse(""),
                        size));
    }

    public Optional<Person> find(Caller caller, PersonId id) {
        return writes.read(caller, () -> people.byId(id));
    }

    public Optional<Person> find(Caller caller, InstitutionId institution, String code) {
        return writes.read(caller, () -> people.byCode(institution, code));
    }

    /// Stores a new person (version 0) or the next version of one.
    public void save(Caller caller, String reason, Person person) {
        writes.write(caller, reason, () -> store(person));
    }

    /// Stores inside the transaction that is open.
    void store(Person person) {
        var complaints = complaints(person.code(), person.name(), person.reading(), person.email());
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }

        if (person.version() == 0) {
            people.insert(person);
        } else {
            var retired = person.retiredOn();
            new Complaints()
                    .when(
                            retired != null && people.inUse(person.id(), retired),
                            "retiredOn",
                            "organization.error.person-in-use")
                    .raise();
            Writes.expectOne(people.update(person), "person", person.id().value());
        }
    }

    /// Retires a person on a day, or brings them back with null.
    ///
    /// @throws Invalid while the person holds a post on that day or later
    public void retire(Caller caller, String reason, PersonId id, int version, @Nullable LocalDate day) {
        writes.write(caller, reason, () -> retire(id, version, day));
    }

    /// Retires inside the transaction that is open.
    void retire(PersonId id, int version, @Nullable LocalDate day) {
        var now = people.byId(id).orElseThrow();
        store(new Person(
                id,
                now.institution(),
                version,
                now.code(),
                now.name(),
                now.reading(),
                now.email(),
                now.confirmedOn(),
                day));
    }

    static List<Complaint> complaints(String code, String name, String reading, @Nullable String email) {
        return new Complaints()
                .when(code.isBlank(), "code", "organization.error.required")
                .when(name.isBlank(), "name", "organization.error.required")
                .when(reading.isBlank(), "reading", "organization.error.required")
                .when(
                        !reading.isBlank() && !READING.matcher(reading).matches(),
                        "reading",
                        "organization.error.reading")
                .when(email != null && !EMAIL.matcher(email).matches(), "email", "organization.error.email")
                .all();
    }
}
