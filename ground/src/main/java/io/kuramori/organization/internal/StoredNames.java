package io.kuramori.organization.internal;

import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.InstitutionNames;
import io.kuramori.identity.Transactions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Names of institutions for modules below.
@Component
class StoredNames implements InstitutionNames {

    private final JdbcClient jdbc;
    private final Transactions transactions;

    StoredNames(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Map<InstitutionId, String> of(Caller caller) {
        return transactions.read(caller, () -> {
            var names = new LinkedHashMap<InstitutionId, String>();
            jdbc.sql("select id, name from organization.institution where retired_on is null order by code limit 1000")
                    .query(row -> {
                        names.put(new InstitutionId(row.getObject("id", UUID.class)), row.getString("name"));
                    });
            return names;
        });
    }
}
