package io.kuramori.approval;

import static io.kuramori.SignedInHouse.BANK;

import io.kuramori.SignedInHouse;
import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A bank whose authority table is in force, and people who are signed in and hold posts.
final class GivenDeciders {

    private final SignedInHouse house;

    static final String ASKS = "申請 花子";
    static final String HEAD = "決裁 一郎";
    static final String MEMBER = "委員 二郎";

    /// Signed in, without a fresh proof.
    final String asks;
    final String head;
    final String member;
    final UUID headPost;
    final UUID committee;

    GivenDeciders(SignedInHouse house) {
        this.house = house;
        asks = house.signIn(ASKS, null);
        head = house.signIn(HEAD, null);
        member = house.signIn(MEMBER, null);
        post("担当課長", ASKS);
        headPost = post("システム統括部長", HEAD);
        var memberPost = post("リスク統括部長", MEMBER);
        committee = committee(headPost, memberPost);
        authority();
    }

    /// Another session of somebody, who has just proved again who he is.
    String proved(String name) {
        var token = UUID.randomUUID().toString();
        house.write(
                "proof of " + name,
                jdbc -> jdbc.sql("""
                        insert into identity.session (id, token_hash, account_id, strength, created_at, last_seen_at,
                            stepped_up_at, address, agent)
                        select uuidv7(), sha256(convert_to(:token, 'UTF8')), id, 'MULTI_FACTOR', now(), now(), now(),
                            '127.0.0.1', 'test'
                        from identity.account where name = :name""").param("token", token).param("name", name).update());
        return token;
    }

    private UUID post(String name, String holder) {
        var post = UUID.randomUUID();
        var person = UUID.randomUUID();
        house.write("発令", jdbc -> {
            jdbc.sql("""
                            insert into organization.post (id, institution_id, code, version, name)
                            values (:id, :bank, :code, 1, :name)""")
                    .param("id", post)
                    .param("bank", BANK.value())
                    .param("code", "P-" + post.toString().substring(0, 8))
                    .param("name", name)
                    .update();
            jdbc.sql("""
                            insert into organization.person (id, institution_id, code, version, name, reading, email)
                            select :id, :bank, :code, 1, name, 'よみ', email from identity.account where name = :name""")
                    .param("id", person)
                    .param("bank", BANK.value())
                    .param("code", "E-" + person.toString().substring(0, 8))
                    .param("name", holder)
                    .update();
            jdbc.sql("""
                            insert into organization.account_link (id, institution_id, version, account_id, person_id,
                                                                   basis, state, reason, asked_at, from_at)
                            select uuidv7(), :bank, 1, id, :person, 'MIGRATED', 'IN_FORCE', 'given', now(), now()
                            from identity.account where name = :name""")
                    .param("bank", BANK.value())
                    .param("person", person)
                    .param("name", holder)
                    .update();
            jdbc.sql("""
                            insert into organization.appointment
                                (id, institution_id, version, person_id, post_id, kind, valid_from)
                            values (uuidv7(), :bank, 1, :person, :post, 'principal', '2024-04-01')""")
                    .param("bank", BANK.value())
                    .param("person", person)
                    .param("post", post)
                    .update();
        });
        return post;
    }

    private UUID committee(UUID chair, UUID other) {
        var id = UUID.randomUUID();
        house.write("会議体", jdbc -> {
            jdbc.sql("""
                            insert into organization.committee
                                (id, institution_id, code, version, name, level, quorum)
                            values (:id, :bank, 'C-01', 1, 'リスク管理委員会', 'management', 1)""").param("id", id).param("bank", BANK.value()).update();
            seat(jdbc, id, chair, "chair");
            seat(jdbc, id, other, "member");
        });
        return id;
    }

    private static void seat(JdbcClient jdbc, UUID committee, UUID post, String role) {
        jdbc.sql("""
                        insert into organization.committee_member
                            (id, institution_id, version, committee_id, post_id, role, valid_from)
                        values (uuidv7(), :bank, 1, :committee, :post, :role, '2024-04-01')""")
                .param("bank", BANK.value())
                .param("committee", committee)
                .param("post", post)
                .param("role", role)
                .update();
    }

    private void authority() {
        var table = UUID.randomUUID();
        house.write("職務権限表", jdbc -> {
            jdbc.sql("""
                            insert into organization.authority_table
                                (id, institution_id, version, edition, title, effective_from)
                            values (:id, :bank, 1, 1, '職務権限表 第1版', '2024-04-01')""").param("id", table).param("bank", BANK.value()).update();
            rule(jdbc, table, "vulnerability.exception", "第12条 2項", headPost, null);
            rule(jdbc, table, "risk.acceptance", "第14条", null, committee);
            rule(jdbc, table, "approval.emergency", "第30条", headPost, null);
            jdbc.sql("""
                            update organization.authority_table
                            set version = 2, adopted_on = :on, adopted_by = '取締役会' where id = :id""")
                    .param("id", table)
                    .param("on", LocalDate.parse("2024-04-01"))
                    .update();
        });
    }

    private static void rule(
            JdbcClient jdbc, UUID table, String matter, String article, @Nullable UUID post, @Nullable UUID committee) {
        jdbc.sql("""
                        insert into organization.authority_rule
                            (id, institution_id, version, table_id, decision, article, post_id, committee_id)
                        values (uuidv7(), :bank, 1, :table, :matter, :article, :post, :committee)""")
                .param("bank", BANK.value())
                .param("table", table)
                .param("matter", matter)
                .param("article", article)
                .param("post", post, Types.OTHER)
                .param("committee", committee, Types.OTHER)
                .update();
    }
}
