package io.kuramori.organization.internal;

import io.kuramori.organization.Accounts;
import io.kuramori.organization.PersonId;
import io.kuramori.organization.PostId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredAccounts implements Accounts {

    private final JdbcClient jdbc;

    StoredAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<PersonId> peopleOf(UUID account) {
        return new HashSet<>(jdbc.sql("select organization.people_of(:account)")
                .param("account", account)
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
    }

    @Override
    public Set<UUID> ofSamePerson(UUID account) {
        return new HashSet<>(jdbc.sql("select organization.accounts_of_same(:account)")
                .param("account", account)
                .query(UUID.class)
                .list());
    }

    @Override
    public Set<UUID> holding(PostId post, LocalDate day) {
        return new HashSet<>(jdbc.sql("select organization.accounts_holding(:post, :day)")
                .param("post", post.value())
                .param("day", day)
                .query(UUID.class)
                .list());
    }

    @Override
    public List<Known> inScope() {
        return jdbc.sql("""
                        select account_id, person_id, name, code from organization.accounts_in_scope()
                        order by reading, account_id""")
                .query((row, number) -> new Known(
                        Columns.id(row, "account_id"),
                        new PersonId(Columns.id(row, "person_id")),
                        row.getString("name"),
                        row.getString("code")))
                .list();
    }
}
