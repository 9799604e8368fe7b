package io.kuramori.asset.releases;

import io.kuramori.asset.SystemId;
import io.kuramori.evidence.Blobs;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.InstitutionId;
import io.kuramori.identity.OwnRecords;
import io.kuramori.identity.Right;
import io.kuramori.identity.Transactions;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import java.io.IOException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Releases: the list, a release's page, and what can be done there.
@Controller
class ReleaseController {

    private static final int SHOWN = 500;

    private final Releases service;
    private final ReleaseRepository releases;
    private final ComponentRepository components;
    private final Remarks remarks;
    private final ReleaseRights rights;
    private final OwnRecords own;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    ReleaseController(
            Releases service,
            ReleaseRepository releases,
            ComponentRepository components,
            Remarks remarks,
            ReleaseRights rights,
            OwnRecords own,
            Transactions transactions,
            JdbcClient jdbc) {
        this.service = service;
        this.releases = releases;
        this.components = components;
        this.remarks = remarks;
        this.rights = rights;
        this.own = own;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Allows(Right.READ_LEDGERS)
    @GetMapping("/releases")
    String list(Caller caller, @RequestParam(defaultValue = "") String q, Model model) {
        return list(caller, q, "", model);
    }

    @Allows(Right.CHANGE_LEDGERS)
    @PostMapping("/releases")
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String software,
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(defaultValue = "") String label,
            Model model) {
        if (caller.scope().isEmpty()) {
            return list(caller, "", "asset.release.error.no-institution", model);
        }
        if (software.isBlank() || label.isBlank() || software.length() > 200 || label.length() > 100) {
            return list(caller, "", "asset.release.error.names", model);
        }
        try {
            var release = service.add(
                    caller,
                    institution.isEmpty() ? null : UUID.fromString(institution),
                    software.strip(),
                    supplier.isBlank() ? null : supplier.strip(),
                    label.strip());
            return "redirect:" + release.path();
        } catch (DuplicateKeyException e) {
            return list(caller, software, "asset.release.error.twice", model);
        }
    }

    @Allows(Right.READ_LEDGERS)
    @GetMapping("/releases/{code}")
    String release(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in", required = false) @Nullable String institution,
            Model model) {
        return page(caller, find(caller, code, institution), "", List.of(), model);
    }

    @Allows(Right.CHANGE_LEDGERS)
    @PostMapping("/releases/{code}/systems")
    String run(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in", required = false) @Nullable String institution,
            @RequestParam UUID system,
            @RequestParam(defaultValue = "run") String act,
            Model model) {
        var release = find(caller, code, institution);
        if (act.equals("stop")) {
            service.stop(caller, release.id(), new SystemId(system));
            return "redirect:" + release.path();
        }
        try {
            if (!service.run(caller, release.id(), new SystemId(system))) {
                return page(caller, release, "asset.release.error.elsewhere", List.of(), model);
            }
        } catch (DuplicateKeyException e) {
            return page(caller, release, "asset.release.error.runs-already", List.of(), model);
        }
        return "redirect:" + release.path();
    }

    @Allows(Right.ATTACH_SBOM)
    @PostMapping("/releases/{code}/sbom")
    String attach(
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "in", required = false) @Nullable String institution,
            @RequestParam MultipartFile file,
            Model model)
            throws IOException {
        var release = find(caller, code, institution);
        try (var bytes = file.getInputStream()) {
            service.attach(caller, release.id(), bytes);
            return "redirect:" + release.path();
        } catch (SbomRefused e) {
            return page(caller, release, e.key(), arguments(e, file), model);
        } catch (Blobs.BlobTooLarge e) {
            var tooLarge = SbomRefused.tooLarge(e.limit());
            return page(caller, release, tooLarge.key(), arguments(tooLarge, file), model);
        }
    }

    /// Where, what stands there, what should, and how many mistakes more.
    private static List<Object> arguments(SbomRefused refused, MultipartFile file) {
        var name = file.getOriginalFilename();
        return List.of(
                refused.place(name == null || name.isBlank() ? "SBOM" : name),
                refused.problem().found(),
                refused.problem().expected(),
                refused.more());
    }

    private Release find(Caller caller, String code, @Nullable String institution) {
        var found = transactions.read(caller, () -> releases.withCode(code, institution));
        if (found.size() != 1) {
            throw new Problem(ProblemType.NOT_FOUND, "asset.release.not-found");
        }
        return found.getFirst();
    }

    private String list(Caller caller, String words, String error, Model model) {
        return transactions.read(caller, () -> {
            model.addAttribute("words", words);
            model.addAttribute("error", error);
            model.addAttribute("releases", releases.list(words));
            model.addAttribute("institutions", institutions());
            return "asset/releases";
        });
    }

    private String page(Caller caller, Release release, String error, List<Object> arguments, Model model) {
        return transactions.read(caller, () -> {
            model.addAttribute("release", release);
            model.addAttribute("error", error);
            model.addAttribute("arguments", arguments);
            model.addAttribute("sbom", components.inForce(release.id()).orElse(null));
            model.addAttribute("remarks", remarks.of(release.id()));
            model.addAttribute("owner", owner(release));
            model.addAttribute("components", components.of(release.id(), SHOWN));
            model.addAttribute("running", releases.running(release.id()));
            model.addAttribute("attachable", rights.attachable(caller, release));
            model.addAttribute("changeable", rights.changeable(caller, release));
            model.addAttribute("systems", offered(caller, release));
            return "asset/release";
        });
    }

    /// The post that answers for it; empty when none does.
    private String owner(Release release) {
        return release.owner() == null
                ? ""
                : jdbc.sql("select concat_ws(' ', department_name, name) from organization.face_post where id = :id")
                        .param("id", release.owner())
                        .query(String.class)
                        .optional()
                        .orElse("");
    }

    /// Systems that do not run it yet and that the caller may change.
    private List<Map.Entry<String, String>> offered(Caller caller, Release release) {
        var covered = own.of(caller, Right.CHANGE_LEDGERS);
        return jdbc
                .sql("""
                        /* language=sql */
                        select s.id::text as id, concat_ws(' ', i.code, s.code, s.name) as name, s.institution_id,
                               s.owner_post_id
                        from asset.system s join organization.face_institution i on i.id = s.institution_id
                        where s.retired_on is null
                          and (cast(:institution as uuid) is null or s.institution_id = cast(:institution as uuid))
                          and not exists (select from asset.system_release sr
                                          where sr.system_id = s.id and sr.release_id = :release)
                        order by s.code, s.id limit 1000
                        """)
                .param("institution", release.institution(), Types.OTHER)
                .param("release", release.id().value())
                .query((row, n) -> covered.covers(
                                new InstitutionId(row.getObject("institution_id", UUID.class)),
                                row.getObject("owner_post_id", UUID.class))
                        ? Optional.of(Map.entry(row.getString("id"), row.getString("name")))
                        : Optional.<Map.Entry<String, String>>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Map.Entry<String, String>> institutions() {
        return jdbc.sql("""
                        /* language=sql */
                        select id::text as id, code || ' ' || name as name from organization.face_institution
                        where retired_on is null order by code limit 500
                        """)
                .query((row, n) -> Map.entry(row.getString("id"), row.getString("name")))
                .list();
    }
}
