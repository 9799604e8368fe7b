package io.kuramori.evidence.web;

import io.kuramori.evidence.items.Draft;
import io.kuramori.evidence.items.EvidenceProperties;
import io.kuramori.evidence.items.Intake;
import io.kuramori.evidence.items.Intake.Acceptance;
import io.kuramori.evidence.items.Items;
import io.kuramori.evidence.items.Received;
import io.kuramori.evidence.items.StoredLinks;
import io.kuramori.identity.Allows;
import io.kuramori.identity.Caller;
import io.kuramori.identity.Right;
import io.kuramori.identity.StepUp;
import io.kuramori.identity.Transactions;
import io.kuramori.organization.Invalid;
import io.kuramori.organization.Invalid.Complaint;
import io.kuramori.organization.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Evidence is entered: a file, or a reference to a document kept elsewhere.
@Controller
@Allows(Right.CHANGE_EVIDENCE)
class UploadController {

    private static final int LONGEST_NAME = 255;

    private final Intake intake;
    private final Items items;
    private final StoredLinks links;
    private final Organization organization;
    private final Transactions transactions;
    private final EvidenceProperties properties;

    UploadController(
            Intake intake,
            Items items,
            StoredLinks links,
            Organization organization,
            Transactions transactions,
            EvidenceProperties properties) {
        this.intake = intake;
        this.items = items;
        this.links = links;
        this.organization = organization;
        this.transactions = transactions;
        this.properties = properties;
    }

    @GetMapping("/evidence/new")
    String blank(Caller caller, @RequestParam Map<String, String> asked, Model model) {
        return form(caller, asked, List.of(), null, model);
    }

    @PostMapping("/evidence")
    String enter(
            Caller caller,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        var typed = new Typed(fields);
        var facts = typed.facts();
        var institution = fields.getOrDefault("institution", "");
        var place = transactions.read(
                caller, () -> organization.institution(institution).orElseThrow(UploadController::gone));
        var draft = new Draft(place.id(), facts, fields.containsKey("restricted"), target(fields));
        try {
            if (fields.getOrDefault("kind", "FILE").equals("REFERENCE")) {
                var reference = typed.reference();
                return typed.fine()
                        ? "redirect:/evidence/" + items.refer(caller, draft, reference)
                        : form(caller, fields, typed.complaints(), null, model);
            }
            if (file == null || file.isEmpty()) {
                typed.complaints().add(new Complaint("file", "evidence.error.no-file", List.of()));
            }
            var acceptance = acceptance(fields, typed);
            if (!typed.fine() || file == null) {
                return form(caller, fields, typed.complaints(), null, model);
            }
            return answer(caller, fields, receive(caller, draft, file, acceptance), model);
        } catch (Invalid refused) {
            return form(caller, fields, refused.complaints(), null, model);
        }
    }

    /// The same form once more for who decides that the file is kept all the same; he chooses the file again, since
    /// nothing of it was kept.
    @StepUp.Needed
    @Allows(Right.KEEP_NUMBERS)
    @PostMapping("/evidence/accept")
    String accept(Caller caller, @RequestParam Map<String, String> fields, Model model) {
        return form(caller, fields, List.of(), null, model);
    }

    private Received receive(Caller caller, Draft draft, MultipartFile file, @Nullable Acceptance acceptance)
            throws IOException {
        var folder = Files.createTempDirectory("kuramori-evidence");
        var staged = folder.resolve("incoming");
        try {
            file.transferTo(staged);
            return intake.receive(caller, draft, staged, name(file), acceptance);
        } finally {
            Files.deleteIfExists(staged);
            Files.delete(folder);
        }
    }

    private String answer(Caller caller, Map<String, String> fields, Received received, Model model) {
        return switch (received) {
            case Received.Kept(var item, var read) -> "redirect:/evidence/" + item + (read ? "" : "?unread=1");
            case Received.Held held -> form(caller, fields, List.of(), held, model);
            case Received.NotAccepted(var key) ->
                form(caller, fields, List.of(new Complaint("file", key, List.of())), null, model);
            case Received.TooLarge(var limit) ->
                form(
                        caller,
                        fields,
                        List.of(new Complaint("file", "evidence.error.too-large", List.of(limit >> 20))),
                        null,
                        model);
        };
    }

    private static @Nullable Acceptance acceptance(Map<String, String> fields, Typed typed) {
        var sha256 = fields.getOrDefault("accept", "");
        if (sha256.isEmpty()) {
            return null;
        }
        if (!fields.containsKey("confirmed")) {
            typed.complaints().add(new Complaint("confirmed", "evidence.error.confirm", List.of()));
        }
        return new Acceptance(sha256, typed.text("acceptReason", Typed.REASON, true));
    }

    private String form(
            Caller caller,
            Map<String, String> fields,
            List<Complaint> complaints,
            Received.@Nullable Held held,
            Model model) {
        var typed = new HashMap<>(fields);
        typed.remove("_csrf");
        var target = target(fields);
        var record = target == null
                ? null
                : links.seen(caller, target.kind(), target.id()).orElseThrow(UploadController::gone);
        var code = fields.getOrDefault("institution", "");
        var form = transactions.read(caller, () -> {
            var all = organization.institutions();
            var chosen = all.stream()
                    .filter(each -> code.isBlank() || each.code().equals(code))
                    .findFirst()
                    .orElseThrow(UploadController::gone);
            return new EvidenceForm(
                    chosen,
                    all,
                    organization.postsOf(chosen.id()),
                    typed,
                    complaints,
                    record,
                    held,
                    !fields.getOrDefault("accept", "").isEmpty(),
                    properties.largest().toMegabytes());
        });
        model.addAttribute("form", form);
        return "evidence/form";
    }

    private static Draft.@Nullable Target target(Map<String, String> fields) {
        var kind = fields.getOrDefault("record-kind", "");
        if (kind.isEmpty()) {
            return null;
        }
        try {
            return new Draft.Target(kind, UUID.fromString(fields.getOrDefault("record", "")));
        } catch (IllegalArgumentException _) {
            throw gone();
        }
    }

    /// The last part of the name, without what no file name has.
    private static String name(MultipartFile file) {
        var given = file.getOriginalFilename();
        var path = given == null ? "" : given.replace('\\', '/');
        var name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) {
            return "file";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
