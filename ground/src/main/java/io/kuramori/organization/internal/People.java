package io.kuramori.organization.internal;

import io.kuramori.database.SearchKey;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Changes people.
@Service
public class People {

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
        return writes.read(
                caller,
                () -> people.page(
                        institution,
                        words.isBlank() ? "" : SearchKey.of(words),
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
        var email = person.email();
        new Complaints()
                .when(person.code().isBlank(), "code", "organization.error.required")
                .when(person.name().isBlank(), "name", "organization.error.required")
                .when(person.reading().isBlank(), "reading", "organization.error.required")
                .when(
                        !person.reading().isBlank()
                                && !person.reading().matches("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsLatin}ー・ 　'.-]+"),
                        "reading",
                        "organization.error.reading")
                .when(email != null && !email.matches("[^@\\s]+@[^@\\s]+"), "email", "organization.error.email")
                .raise();
        writes.write(caller, reason, () -> {
            if (person.version() == 0) {
                people.insert(person);
            } else {
                Writes.expectOne(people.update(person), "person", person.id().value());
            }
        });
    }
}
