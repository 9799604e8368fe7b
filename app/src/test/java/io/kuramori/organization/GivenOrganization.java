package io.kuramori.organization;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionTree;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.Appointment.Kind;
import io.kuramori.organization.internal.Appointments;
import io.kuramori.organization.internal.Authority;
import io.kuramori.organization.internal.Committees;
import io.kuramori.organization.internal.Institutions;
import io.kuramori.organization.internal.People;
import io.kuramori.organization.internal.Structure;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A small group of institutions of our own making: a bank, its branch, and a credit union below it.
final class GivenOrganization {

    private static final InstitutionId BANK = institutionId(1);
    private static final InstitutionId AOBA = institutionId(2);
    private static final InstitutionId BRANCH = institutionId(3);

    private final ApplicationContext site;

    final Department systems;
    final Post president;
    final Post head;
    final Post vacant;
    final Post elsewhere;
    final Person person;
    final Appointment appointment;
    final Committee committee;
    final AuthorityTableId draft;

    GivenOrganization(ApplicationContext site) {
        this.site = site;
        institution(BANK, "MIYAKO", "みやこ銀行", null, Institution.Kind.LEGAL_ENTITY, Set.of());
        institution(AOBA, "AOBA", "青葉信用金庫", BANK, Institution.Kind.LEGAL_ENTITY, Set.of(BANK));
        institution(BRANCH, "MIYAKO-EKI", "みやこ駅前支店", BANK, Institution.Kind.BRANCH, Set.of(BANK));

        var office = department("D-100", "経営企画部", null);
        systems = department("D-200", "システム統括部", null);
        department("D-210", "セキュリティ管理室", systems.id());
        president = post(BANK, "P-001", "頭取", null, Level.BOARD);
        post(BANK, "P-010", "経営企画部長", office.id(), Level.MANAGEMENT);
        head = post(BANK, "P-020", "システム統括部長", systems.id(), Level.MANAGEMENT);
        vacant = post(BANK, "P-021", "セキュリティ管理室長", systems.id(), Level.WORKING);
        elsewhere = post(AOBA, "P-001", "理事長", null, Level.BOARD);

        person = person("E-1001", "木下 明日香", "きのした あすか");
        appointment = appoint(person, head, Kind.PRINCIPAL, 1, "2026-04-01", null);
        appoint(person("E-1002", "大森 健", "おおもり けん"), president, Kind.PRINCIPAL, null, "2024-06-25", null);
        appoint(person("E-1003", "瀬戸 遥", "せと はるか"), vacant, Kind.CONCURRENT, 2, "2027-04-01", null);
        committee = committee();
        draft = the(Authority.class).draft(caller(), "起案", BANK, "職務権限表（起案）", LocalDate.parse("2028-04-01"));
        nameTheActor();
    }

    static Set<InstitutionId> scopeOfSato() {
        return Set.of(AOBA);
    }

    Caller caller() {
        return OrganizationSite.yamada(the(InstitutionTree.class));
    }

    <T> T the(Class<T> type) {
        return site.getBean(type);
    }

    static InstitutionId bank() {
        return BANK;
    }

    Department department(String code, String name, @Nullable DepartmentId parent) {
        var department =
                new Department(the(Structure.class).newDepartmentId(), BANK, 0, code, parent, name, null, null, null);
        the(Structure.class).save(caller(), "組織改定", department);
        return department;
    }

    Post post(InstitutionId at, String code, String name, @Nullable DepartmentId department, Level level) {
        var post = new Post(the(Structure.class).newPostId(), at, 0, code, department, name, null, level, null, null);
        the(Structure.class).save(caller(), "組織改定", post);
        return post;
    }

    Person person(String code, String name, String reading) {
        var person = new Person(the(People.class).newId(), BANK, 0, code, name, reading, null, null, null);
        the(People.class).save(caller(), "入行", person);
        return person;
    }

    Appointment appoint(Person who, Post post, Kind kind, @Nullable Integer line, String from, @Nullable String to) {
        var appointment = new Appointment(
                the(Appointments.class).newId(),
                post.institution(),
                0,
                who.id(),
                post.id(),
                kind,
                line,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                null);
        the(Appointments.class).save(caller(), "定期異動", appointment);
        return appointment;
    }

    Caller callerOfSato() {
        return new Caller(caller().actor(), OrganizationSite.SATO, scopeOfSato());
    }

    private Committee committee() {
        var body = new Committee(
                new CommitteeId(the(Committees.class).newId()),
                BANK,
                0,
                "C-01",
                "リスク管理委員会",
                null,
                Level.MANAGEMENT,
                1,
                null,
                null);
        the(Committees.class).save(caller(), "会議体の設置", body);
        var meeting = new Committee.Meeting(
                the(Committees.class).newId(), BANK, 0, body.id(), LocalDate.parse("2026-12-15"), null, null);
        the(Committees.class).save(caller(), "年間計画", meeting);
        return body;
    }

    /// The account behind the one who acts, so that histories show a name.
    private void nameTheActor() {
        var actor = caller().actor().id();
        the(Transactions.class)
                .write(
                        caller(),
                        "登録",
                        () -> the(JdbcClient.class)
                                .sql("""
                        insert into identity.account (id, version, email, name, password_hash, password_set_at)
                        values (:id, 1, 'yamada@example.jp', :name, '', now())""")
                                .param("id", actor)
                                .param("name", OrganizationSite.YAMADA)
                                .update());
    }

    private void institution(
            InstitutionId id,
            String code,
            String name,
            @Nullable InstitutionId parent,
            Institution.Kind kind,
            Set<InstitutionId> scope) {
        var institution = new Institution(
                id,
                0,
                code,
                parent,
                kind,
                name,
                null,
                null,
                kind == Institution.Kind.BRANCH ? List.of() : List.of("regional-institution"),
                ZoneId.of("Asia/Tokyo"),
                "JP",
                "ja",
                Month.APRIL,
                null,
                null);
        var caller = caller();
        the(Institutions.class).save(new Caller(caller.actor(), caller.name(), scope), "設立", institution);
    }

    private static InstitutionId institutionId(int number) {
        return new InstitutionId(UUID.fromString("0193b000-0000-7000-8000-00000000000" + number));
    }
}
