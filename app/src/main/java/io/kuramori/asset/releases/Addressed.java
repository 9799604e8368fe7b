package io.kuramori.asset.releases;

import io.kuramori.asset.Addressee;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which release somebody means, within the scope of the open transaction.
@Repository
class Addressed {

    private final ReleaseRepository releases;
    private final JdbcClient jdbc;

    Addressed(ReleaseRepository releases, JdbcClient jdbc) {
        this.releases = releases;
        this.jdbc = jdbc;
    }

    Found find(Addressee whom) {
        var all = switch (whom) {
            case Addressee.ById(var id) -> releases.find(id).stream().toList();
            case Addressee.ByCode(var code, var institution) -> releases.withCode(code, institution);
            case Addressee.ByName(var software, var label) -> named(software, label);
        };
        var living = all.stream().filter(one -> !one.retired()).toList();
        if (living.size() == 1) {
            return new Found.One(living.getFirst());
        }
        if (living.size() > 1) {
            return new Found.Several();
        }
        return all.isEmpty() ? new Found.None() : new Found.Retired();
    }

    private List<Release> named(String software, String label) {
        return jdbc.sql(ReleaseRepository.SELECT + """
                        where s.name = :software and r.label = :label
                        order by r.retired_on nulls first, r.id limit 3
                        """)
                .param("software", software)
                .param("label", label)
                .query(ReleaseRepository::read)
                .list();
    }

    sealed interface Found {

        record One(Release release) implements Found {}

        record None() implements Found {}

        record Several() implements Found {}

        /// It was retired or turned away.
        record Retired() implements Found {}
    }
}
