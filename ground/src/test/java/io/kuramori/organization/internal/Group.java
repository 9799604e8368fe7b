package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.journal.Actor;
import io.kuramori.journal.History;
import io.kuramori.organization.Appointment;
import io.kuramori.organization.AppointmentId;
import io.kuramori.organization.Committee;
import io.kuramori.organization.CommitteeId;
import io.kuramori.organization.Department;
import io.kuramori.organization.DepartmentId;
import io.kuramori.organization.Held;
import io.kuramori.organization.Holdings;
import io.kuramori.organization.Institution;
import io.kuramori.organization.Level;
import io.kuramori.organization.Person;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.Post;
import io.kuramori.organization.PostId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// A group of institutions in a fresh database, and the services over it, for the tests of this module.
final class Group implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final Caller caller;
    final Institution root;

    Group(DataSource pool) {
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC));
        context.registerBean(
                "systems",
                Holdings.class,
                () -> post ->
                        List.of(new Held("test.system", "SYS-0001", post.value().toString(), "/systems/SYS-0001")));
        context.registerBean(JsonMapper.class, () -> new JsonMapper());
        context.register(History.class, transactions());
        context.scan("io.kuramori.organization");
        context.refresh();

        root = institution("MIYAKO", null);
        caller = caller(root.id());
        the(Institutions.class).save(callerOf(Set.of()), "設立", root);
    }

    <T> T the(Class<T> service) {
        return context.getBean(service);
    }

    JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    static Caller caller(InstitutionId... scope) {
        return callerOf(new LinkedHashSet<>(List.of(scope)));
    }

    static Caller callerOf(Set<InstitutionId> scope) {
        return new Caller(
                new Actor(
                        UUID.fromString("00000000-0000-7000-8000-0000000000aa"),
                        Actor.Kind.PERSON,
                        Actor.Strength.MULTI_FACTOR),
                "山田 花子",
                scope);
    }

    /// A new institution below `parent`, stored by a caller who sees both afterwards.
    Institution child(Institution parent) {
        var child = institution("CHILD-" + NUMBER.incrementAndGet(), parent.id());
        the(Institutions.class).save(caller(parent.id()), "設立", child);
        return new Stored(child).institution();
    }

    Institution institution(String code, @Nullable InstitutionId parent) {
        return new Institution(
                new InstitutionId(UUID.randomUUID()),
                0,
                code,
                parent,
                Institution.Kind.LEGAL_ENTITY,
                "みやこ" + code,
                null,
                null,
                List.of("regional-institution"),
                ZoneId.of("Asia/Tokyo"),
                "JP",
                "ja",
                Month.APRIL,
                null,
                null);
    }

    Department department(Institution of, @Nullable DepartmentId parent) {
        int number = NUMBER.incrementAndGet();
        var department = new Department(
                new DepartmentId(UUID.randomUUID()),
                of.id(),
                0,
                "D-" + number,
                parent,
                "システム部" + number,
                "しすてむぶ",
                null,
                null);
        the(Structure.class).save(caller(of.id()), "組織改定", department);
        return department;
    }

    Post post(Institution of) {
        int number = NUMBER.incrementAndGet();
        var post = new Post(
                new PostId(UUID.randomUUID()),
                of.id(),
                0,
                "P-" + number,
                null,
                "システム部長" + number,
                null,
                Level.MANAGEMENT,
                null,
                null);
        the(Structure.class).save(caller(of.id()), "組織改定", post);
        return post;
    }

    Person person(Institution of, String name, String reading) {
        var person = new Person(
                new PersonId(UUID.randomUUID()),
                of.id(),
                0,
                "E-" + NUMBER.incrementAndGet(),
                name,
                reading,
                null,
                null,
                null);
        the(People.class).save(caller(of.id()), "入社", person);
        return person;
    }

    Committee committee(Institution of) {
        var committee = new Committee(
                new CommitteeId(UUID.randomUUID()),
                of.id(),
                0,
                "C-" + NUMBER.incrementAndGet(),
                "リスク管理委員会",
                null,
                Level.MANAGEMENT,
                3,
                null,
                null);
        the(Committees.class).save(caller(of.id()), "会議体の設置", committee);
        return committee;
    }

    Appointment appoint(Person person, Post post, Appointment.Kind kind, String from, @Nullable String to) {
        var appointment = new Appointment(
                new AppointmentId(UUID.randomUUID()),
                post.institution(),
                0,
                person.id(),
                post.id(),
                kind,
                1,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                null);
        the(Appointments.class).save(caller(post.institution()), "発令", appointment);
        return appointment;
    }

    @Override
    public void close() {
        context.close();
    }

    /// The application's own transaction template, whose class is its module's secret.
    private static Class<?> transactions() {
        try {
            return Class.forName("io.kuramori.identity.internal.JdbcTransactions");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was just stored has version 1.
    private record Stored(Institution before) {

        Institution institution() {
            return new Institution(
                    before.id(),
                    1,
                    before.code(),
                    before.parent(),
                    before.kind(),
                    before.name(),
                    before.nameEn(),
                    before.reading(),
                    before.licences(),
                    before.zone(),
                    before.calendar(),
                    before.language(),
                    before.businessYearStart(),
                    before.confirmedOn(),
                    before.retiredOn());
        }
    }
}
