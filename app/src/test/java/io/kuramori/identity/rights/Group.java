package io.kuramori.identity.rights;

import io.kuramori.SignedInHouse;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.Role;
import io.kuramori.identity.Transactions;
import io.kuramori.journal.Actor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A parent with two subsidiaries, one of which has a subsidiary of its own, and in each of them one record of every
/// kind. Everybody under test has his role at one of the two subsidiaries.
final class Group {

    static final InstitutionId PARENT = SignedInHouse.BANK;
    static final InstitutionId MINE = SignedInHouse.CARD;
    static final InstitutionId CHILD = institution(3);
    static final InstitutionId SIBLING = institution(4);

    /// Stands in the names of what a person at MINE must never be shown.
    static final String NOT_FOR_MINE = "門外不出";

    private final SignedInHouse house;
    private final Map<Relation, Map<String, String>> kits = new EnumMap<>(Relation.class);

    Group(SignedInHouse house) {
        this.house = house;
        write(jdbc -> {
            institution(jdbc, CHILD, "CHILD", MINE, "みやこリース");
            institution(jdbc, SIBLING, "SIBLING", PARENT, "みやこ証券");
        });
        kits.put(Relation.OWN, kit(MINE, "CARD", number(Relation.OWN), ""));
        kits.put(Relation.COLLEAGUE, kit(MINE, "CARD", number(Relation.COLLEAGUE), ""));
        kits.put(Relation.CHILD, kit(CHILD, "CHILD", number(Relation.CHILD), ""));
        kits.put(Relation.PARENT, kit(PARENT, "BANK", number(Relation.PARENT), NOT_FOR_MINE));
        kits.put(Relation.SIBLING, kit(SIBLING, "SIBLING", number(Relation.SIBLING), NOT_FOR_MINE));
        kits.put(Relation.EXPIRED, kits.get(Relation.OWN));
        authority(Relation.OWN, Relation.COLLEAGUE);
        authority(Relation.CHILD);
        authority(Relation.PARENT);
        authority(Relation.SIBLING);
        var colleague = account(Role.SECURITY_OFFICE, MINE, "colleague@example.jp", false);
        for (var relation : List.of(Relation.COLLEAGUE, Relation.CHILD, Relation.PARENT, Relation.SIBLING)) {
            kit(relation).putAll(belongings(colleague, relation));
        }
    }

    Map<String, String> kit(Relation relation) {
        return java.util.Objects.requireNonNull(kits.get(relation));
    }

    /// The authority table in force where these kits are.
    private void authority(Relation... relations) {
        var numbered = new HashMap<Integer, Map<String, String>>();
        for (var relation : relations) {
            numbered.put(number(relation), kit(relation));
        }
        write(jdbc -> DecisionRows.authority(jdbc, at(relations[0]).value(), numbered));
    }

    /// Somebody who holds the role at MINE, or held it until yesterday, and the post that owns the records of OWN.
    Person person(Role role, boolean expired) {
        var account = account(role, MINE, role + (expired ? ".expired" : "") + "@example.jp", expired);
        return new Person(account, session(account), belongings(account, Relation.OWN));
    }

    /// Sees and may do everything everywhere: reads the forms that others then send.
    Person everybody() {
        var account = account(Role.SECURITY_OFFICE, null, "office@example.jp", false);
        return new Person(account, session(account), Map.of());
    }

    /// @param belongings what is his alone: ids by name
    record Person(UUID account, String session, Map<String, String> belongings) {}

    private UUID account(Role role, @Nullable InstitutionId root, String email, boolean expired) {
        var account = UUID.randomUUID();
        write(jdbc -> {
            jdbc.sql("""
                            insert into identity.account (id, version, email, name, password_hash, password_set_at)
                            values (:id, 1, lower(:email), :email, 'none', now())
                            """).param("id", account).param("email", email).update();
            jdbc.sql("""
                            insert into identity.role (id, institution_id, version, account_id, role, valid_from,
                                                       valid_until)
                            values (uuidv7(), :root, 1, :account, :role, now() - interval '9 days',
                                    now() + cast(:until as interval))
                            """)
                    .param("root", root == null ? null : root.value(), java.sql.Types.OTHER)
                    .param("account", account)
                    .param("role", role.name())
                    .param("until", expired ? "-1 day" : "30 days")
                    .update();
            var person = UUID.randomUUID();
            jdbc.sql("""
                            insert into organization.person (id, institution_id, code, version, name, reading, email)
                            values (:id, :mine, :email, 1, '所管 太郎', 'しょかん たろう', :email)
                            """)
                    .param("id", person)
                    .param("mine", MINE.value())
                    .param("email", email)
                    .update();
            jdbc.sql("""
                            insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                                                   basis, state, reason, asked_at, from_at)
                            values (uuidv7(), :mine, 1, :account, :person, 'MIGRATED', 'IN_FORCE', 'given', now(),
                                    now())
                            """)
                    .param("mine", MINE.value())
                    .param("account", account)
                    .param("person", person)
                    .update();
            if (root != null && !email.startsWith("colleague")) {
                jdbc.sql("""
                                insert into organization.appointment (id, institution_id, version, person_id, post_id,
                                                                      kind, valid_from)
                                values (uuidv7(), :mine, 1, :person, cast(:post as uuid), 'concurrent', '2026-01-01')
                                """)
                        .param("mine", MINE.value())
                        .param("person", person)
                        .param("post", kit(Relation.OWN).get("post"))
                        .update();
            }
        });
        return account;
    }

    private String session(UUID account) {
        var token = UUID.randomUUID().toString();
        write(jdbc -> jdbc.sql("""
                        insert into identity.session (id, token_hash, account_id, strength, created_at, last_seen_at,
                                                      stepped_up_at, address, agent)
                        values (:id, :hash, :account, 'MULTI_FACTOR', now(), now(), now(), '127.0.0.1', 'test')
                        """)
                .param("id", UUID.nameUUIDFromBytes(token.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .param("hash", sha256(token))
                .param("account", account)
                .update());
        return token;
    }

    /// What an account keeps for itself in one of the institutions: a saved view, a file on its way in, a session.
    private Map<String, String> belongings(UUID account, Relation relation) {
        var ids = new HashMap<String, String>();
        var at = at(relation);
        var view = fresh(ids, "view");
        var upload = fresh(ids, "upload");
        var request = fresh(ids, "request");
        var glass = fresh(ids, "glass");
        DecisionRows.OWN_IDS.forEach(name -> fresh(ids, name));
        ids.put(
                "session",
                UUID.nameUUIDFromBytes(session(account).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
        var owner = new Caller(new Actor(account, Actor.Kind.PERSON, Actor.Strength.MULTI_FACTOR), "test", Set.of(at));
        house.bean(Transactions.class).write(owner, "test", () -> {
            var jdbc = house.bean(JdbcClient.class);
            jdbc.sql("""
                            insert into shell.saved_view (id, institution_id, version, owner_id, path, name, query,
                                                          shared)
                            values (:id, :at, 1, :owner, '/systems', cast(:id as text), '?q=a', false)
                            """)
                    .param("id", view)
                    .param("at", at.value())
                    .param("owner", account)
                    .update();
            jdbc.sql("""
                            insert into identity.role (id, institution_id, version, account_id, role, valid_from, state,
                                                       requested_by, requested_at, lapses_at)
                            values (:id, :at, 1, cast(:somebody as uuid), 'ANALYST', now(), 'REQUESTED', :owner, now(),
                                    now() + interval '5 days')
                            """)
                    .param("id", request)
                    .param("at", at.value())
                    .param("somebody", kit(relation).get("somebody"))
                    .param("owner", account)
                    .update();
            jdbc.sql("""
                            insert into identity.break_glass (id, institution_id, version, account_id, reason, opened_at,
                                                              until_at)
                            values (:id, :at, 1, :owner, '夜間の重大な障害への対応', now(),
                                    now() + interval '5 hours')
                            """)
                    .param("id", glass)
                    .param("at", at.value())
                    .param("owner", account)
                    .update();
            DecisionRows.belonging(jdbc, ids, kit(relation), at.value(), number(relation), account);
            return jdbc.sql("""
                            insert into exchange.upload (id, scope, actor_id, kind, file_name, sha256, bytes,
                                                         uploaded_at)
                            values (:id, array[cast(:at as uuid)], :owner, 'systems', 'a.csv', repeat('0', 64), :bytes,
                                    now())
                            """)
                    .param("id", upload)
                    .param("at", at.value())
                    .param("owner", account)
                    .param("bytes", sheet(at).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .update();
        });
        return ids;
    }

    private static String sheet(InstitutionId at) {
        return "金融機関,名称,種別,機密性,完全性,可用性,公開範囲\n"
                + (at.equals(MINE) ? "CARD" : at.equals(CHILD) ? "CHILD" : at.equals(PARENT) ? "BANK" : "SIBLING")
                + ",新システム,情報システム,1,1,1,なし\n";
    }

    /// Stands in codes and matters of a kit.
    private static int number(Relation relation) {
        return switch (relation) {
            case OWN, EXPIRED -> 1;
            case COLLEAGUE -> 2;
            case CHILD -> 3;
            case PARENT -> 4;
            case SIBLING -> 5;
        };
    }

    private static InstitutionId at(Relation relation) {
        return switch (relation) {
            case OWN, COLLEAGUE, EXPIRED -> MINE;
            case CHILD -> CHILD;
            case PARENT -> PARENT;
            case SIBLING -> SIBLING;
        };
    }

    private Map<String, String> kit(InstitutionId at, String code, int number, String mark) {
        var ids = new HashMap<String, String>();
        ids.put("inst", code);
        ids.put("instId", at.value().toString());
        ids.put("system", "S" + number);
        ids.put("release", "R" + number);
        ids.put("finding", "F" + number);
        ids.put("evidenceCode", "EVD-900" + number);
        for (var name : List.of(
                "department",
                "post",
                "person",
                "appointment",
                "committee",
                "seat",
                "meeting",
                "edition",
                "rule",
                "day",
                "parameter",
                "systemId",
                "otherId",
                "softwareId",
                "releaseId",
                "ticket",
                "done",
                "job",
                "waiting",
                "idle",
                "stranger",
                "somebody",
                "grant",
                "asked",
                "evidence",
                "evidenceLink")) {
            fresh(ids, name);
        }
        DecisionRows.IDS.forEach(name -> fresh(ids, name));
        write(jdbc -> {
            KitRows.insert(jdbc, ids, at.value(), number, mark);
            DecisionRows.insert(jdbc, ids, at.value(), number, mark);
        });
        return ids;
    }

    private static UUID fresh(Map<String, String> ids, String name) {
        var id = UUID.randomUUID();
        ids.put(name, id.toString());
        return id;
    }

    private static void institution(JdbcClient jdbc, InstitutionId id, String code, InstitutionId parent, String name) {
        jdbc.sql("""
                        insert into organization.institution (id, institution_id, code, version, parent_id, kind, name)
                        values (:id, :id, :code, 1, :parent, 'legal_entity', :name)
                        """)
                .param("id", id.value())
                .param("code", code)
                .param("parent", parent.value())
                .param("name", name)
                .update();
    }

    private void write(java.util.function.Consumer<JdbcClient> work) {
        var caller = new Caller(Actor.KURAMORI, "蔵守", Set.of(PARENT, MINE, CHILD, SIBLING));
        house.bean(Transactions.class).write(caller, "test", () -> {
            work.accept(house.bean(JdbcClient.class));
            return true;
        });
    }

    private static InstitutionId institution(int number) {
        return new InstitutionId(UUID.fromString("0193b000-0000-7000-8000-0000000000b" + number));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
