package io.kuramori.identity.rights;

import static io.kuramori.identity.rights.Request.Proof.ANSWER;
import static io.kuramori.identity.rights.Request.Proof.CALL;
import static io.kuramori.identity.rights.Request.Proof.ENTRY;
import static io.kuramori.identity.rights.Request.Proof.WRITE;
import static io.kuramori.identity.rights.Request.call;
import static io.kuramori.identity.rights.Request.form;
import static io.kuramori.identity.rights.Request.json;
import static io.kuramori.identity.rights.Request.page;

import java.util.ArrayList;
import java.util.List;

/// One request for every endpoint there is. Long because it is a list, kept in one place so that what is missing shows.
final class Requests {

    /// Ends the session it is sent in, so it is not sent here; `SignInIT` does.
    static final String SIGN_OUT = "POST /logout";

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private Requests() {}

    static List<Request> all() {
        var all = new ArrayList<Request>();
        all.addAll(wayIn());
        all.addAll(frame());
        all.addAll(exchange());
        all.addAll(structure());
        all.addAll(people());
        all.addAll(bodies());
        all.addAll(authority());
        all.addAll(parameters());
        all.addAll(ledgers());
        all.addAll(programs());
        all.addAll(rights());
        all.addAll(ownAccount());
        all.addAll(accounts());
        all.addAll(approvals());
        all.addAll(noticesAndActions());
        all.addAll(evidence());
        return all;
    }

    private static List<Request> wayIn() {
        return List.of(
                call("/login", "/login"),
                form("/login", "/login", "", CALL, "email", "nobody@example.jp", "password", "x"),
                call("/login/code", "/login/code"),
                form("/login/code", "/login/code", "", CALL, "code", "1"),
                call("/login/enrol", "/login/enrol"),
                form("/login/enrol", "/login/enrol", "", CALL, "code", "1"),
                form("/login/passkey", "/login/passkey", "", CALL),
                form("/login/code/passkey", "/login/code/passkey", "", CALL),
                form("/login/enrol/passkey", "/login/enrol/passkey", "", CALL),
                call("/setup", "/setup?token=x"),
                form("/setup", "/setup", "", CALL, "token", "x"),
                call("/error", "/error"));
    }

    private static List<Request> frame() {
        return List.of(
                page("/", "/"),
                page("/search", "/search?q=%E7%B3%BB"),
                page("/account", "/account"),
                form("/account/sessions/{id}/end", "/account/sessions/${session}/end", "", ANSWER),
                form("/preferences/language", "/preferences/language", "", ANSWER, "language", "ja", "back", "/"),
                form("/preferences/theme", "/preferences/theme", "", ANSWER, "theme", "light", "back", "/"),
                form("/views", "/views", "", ENTRY, "list", "/systems", "query", "", "name", "新"),
                form(
                        "/views/rename",
                        "/views/rename",
                        "",
                        ENTRY,
                        "list",
                        "/systems",
                        "query",
                        "",
                        "id",
                        "${view}",
                        "version",
                        "1",
                        "name",
                        "新"),
                form(
                        "/views/remove",
                        "/views/remove",
                        "",
                        ENTRY,
                        "list",
                        "/systems",
                        "query",
                        "",
                        "id",
                        "${view}",
                        "version",
                        "1",
                        "name",
                        "x"),
                page("/journal", "/journal"),
                page("/work", "/work"),
                page("/work/{id}", "/work/${job}"),
                form("/work/{id}/retry", "/work/${job}/retry", "", WRITE),
                form("/work/{id}/cancel", "/work/${waiting}/cancel", "", WRITE));
    }

    private static List<Request> exchange() {
        return List.of(
                page("/export/{kind}.xlsx", "/export/systems.xlsx"),
                page("/export/{kind}.csv", "/export/organization.person.csv"),
                page("/import/{kind}/template.xlsx", "/import/systems/template.xlsx"),
                page("/import/{kind}", "/import/systems"),
                form("/import/{kind}", "/import/systems", "file", WRITE),
                page("/import/{kind}/{id}", "/import/systems/${upload}"),
                form(
                        "/import/{kind}/{id}/mapping",
                        "/import/systems/${upload}/mapping",
                        "",
                        WRITE,
                        "worksheet",
                        "0",
                        "headerRow",
                        "1",
                        "m.name",
                        "1"),
                form(
                        "/import/{kind}/{id}/apply",
                        "/import/systems/${upload}/apply",
                        "own:/import/systems/${upload}",
                        ENTRY),
                page("/import/{kind}/done/{id}", "/import/systems/done/${done}"),
                form("/import/{kind}/done/{id}/undo", "/import/systems/done/${done}/undo", "", ENTRY));
    }

    private static List<Request> structure() {
        return List.of(
                page("/organization", "/organization?institution=${inst}"),
                page("/organization/institutions", "/organization/institutions"),
                page("/organization/institutions/new", "/organization/institutions/new"),
                page("/organization/institutions/{code}", "/organization/institutions/${inst}"),
                form(
                        "/organization/institutions",
                        "/organization/institutions",
                        "/organization/institutions/${inst}",
                        ENTRY,
                        "nameEn",
                        "New"),
                page(
                        "/organization/history/{kind}/{id}",
                        "/organization/history/department/${department}?institution=${inst}"),
                page("/organization/departments", "/organization/departments?institution=${inst}"),
                page("/organization/departments/new", "/organization/departments/new?institution=${inst}"),
                form(
                        "/organization/departments",
                        "/organization/departments?institution=${inst}",
                        "/organization/departments/new?institution=${inst}",
                        ENTRY,
                        "code",
                        "NEW",
                        "name",
                        "新"),
                page("/organization/departments/{id}", "/organization/departments/${department}"),
                page("/organization/departments/{id}/edit", "/organization/departments/${department}/edit"),
                form(
                        "/organization/departments/{id}",
                        "/organization/departments/${department}",
                        "/organization/departments/${department}/edit",
                        ENTRY,
                        "name",
                        "新"),
                form(
                        "/organization/departments/{id}/retire",
                        "/organization/departments/${department}/retire",
                        "",
                        ENTRY,
                        "version",
                        "1",
                        "retired",
                        "true"),
                page("/organization/posts/new", "/organization/posts/new?institution=${inst}"),
                form(
                        "/organization/posts",
                        "/organization/posts?institution=${inst}",
                        "/organization/posts/new?institution=${inst}",
                        ENTRY,
                        "code",
                        "NEW",
                        "name",
                        "新"),
                page("/organization/posts/{id}", "/organization/posts/${post}"),
                page("/organization/posts/{id}/edit", "/organization/posts/${post}/edit"),
                form(
                        "/organization/posts/{id}",
                        "/organization/posts/${post}",
                        "/organization/posts/${post}/edit",
                        ENTRY,
                        "name",
                        "新"),
                form(
                        "/organization/posts/{id}/retire",
                        "/organization/posts/${idle}/retire",
                        "",
                        ENTRY,
                        "version",
                        "1",
                        "retired",
                        "true"),
                page("/organization/calendar", "/organization/calendar?institution=${inst}"),
                page("/organization/calendar/new", "/organization/calendar/new?institution=${inst}"),
                form(
                        "/organization/calendar",
                        "/organization/calendar?institution=${inst}",
                        "/organization/calendar/new?institution=${inst}",
                        ENTRY,
                        "day",
                        "2099-03-03",
                        "name",
                        "新"),
                form(
                        "/organization/calendar/{id}/remove",
                        "/organization/calendar/${day}/remove",
                        "",
                        ENTRY,
                        "version",
                        "1"));
    }

    private static List<Request> people() {
        return List.of(
                page("/organization/people", "/organization/people?institution=${inst}"),
                page("/organization/people/new", "/organization/people/new?institution=${inst}"),
                form(
                        "/organization/people",
                        "/organization/people?institution=${inst}",
                        "/organization/people/new?institution=${inst}",
                        ENTRY,
                        "code",
                        "NEW",
                        "name",
                        "新",
                        "reading",
                        "しん"),
                page("/organization/people/{id}", "/organization/people/${person}"),
                page("/organization/people/{id}/edit", "/organization/people/${person}/edit"),
                form(
                        "/organization/people/{id}",
                        "/organization/people/${person}",
                        "/organization/people/${person}/edit",
                        ENTRY,
                        "name",
                        "新"),
                form(
                        "/organization/people/{id}/retire",
                        "/organization/people/${stranger}/retire",
                        "",
                        ENTRY,
                        "version",
                        "1",
                        "retired",
                        "true"),
                page("/organization/people/{id}/appoint", "/organization/people/${stranger}/appoint"),
                form(
                        "/organization/people/{id}/appoint",
                        "/organization/people/${stranger}/appoint",
                        "/organization/people/${stranger}/appoint",
                        ENTRY,
                        "post",
                        "${idle}",
                        "from",
                        "2026-12-01"),
                page("/organization/appointments/{id}", "/organization/appointments/${appointment}"),
                page("/organization/appointments/{id}/edit", "/organization/appointments/${appointment}/edit"),
                form(
                        "/organization/appointments/{id}/edit",
                        "/organization/appointments/${appointment}/edit",
                        "/organization/appointments/${appointment}/edit",
                        ENTRY,
                        "note",
                        "新"),
                page("/organization/appointments/{id}/release", "/organization/appointments/${appointment}/release"),
                form(
                        "/organization/appointments/{id}/release",
                        "/organization/appointments/${appointment}/release",
                        "/organization/appointments/${appointment}/release",
                        ENTRY,
                        "to",
                        "2099-01-01"),
                form(
                        "/organization/appointments/{id}/retire",
                        "/organization/appointments/${appointment}/retire",
                        "",
                        ENTRY,
                        "version",
                        "1",
                        "retired",
                        "true"),
                page("/organization/transfers", "/organization/transfers"),
                form(
                        "/organization/transfers",
                        "/organization/transfers",
                        "",
                        ENTRY,
                        "person",
                        "${person}",
                        "effective",
                        "2099-01-01",
                        "reason",
                        "異動",
                        "pass-${appointment}",
                        "on",
                        "successor-${appointment}",
                        "",
                        "version-${appointment}",
                        "1",
                        "kind-${appointment}",
                        "PRINCIPAL"));
    }

    private static List<Request> bodies() {
        return List.of(
                page("/organization/committees", "/organization/committees?institution=${inst}"),
                page("/organization/committees/new", "/organization/committees/new?institution=${inst}"),
                form(
                        "/organization/committees",
                        "/organization/committees?institution=${inst}",
                        "/organization/committees/new?institution=${inst}",
                        ENTRY,
                        "code",
                        "NEW",
                        "name",
                        "新",
                        "quorum",
                        "1"),
                page("/organization/committees/{id}", "/organization/committees/${committee}"),
                page("/organization/committees/{id}/edit", "/organization/committees/${committee}/edit"),
                form(
                        "/organization/committees/{id}",
                        "/organization/committees/${committee}",
                        "/organization/committees/${committee}/edit",
                        ENTRY,
                        "name",
                        "新"),
                form(
                        "/organization/committees/{id}/retire",
                        "/organization/committees/${committee}/retire",
                        "",
                        ENTRY,
                        "version",
                        "1",
                        "retired",
                        "true"),
                page("/organization/committees/{id}/seats/new", "/organization/committees/${committee}/seats/new"),
                form(
                        "/organization/committees/{id}/seats",
                        "/organization/committees/${committee}/seats",
                        "/organization/committees/${committee}/seats/new",
                        ENTRY,
                        "post",
                        "${idle}",
                        "from",
                        "2026-12-01"),
                page("/organization/seats/{id}/edit", "/organization/seats/${seat}/edit"),
                form(
                        "/organization/seats/{id}",
                        "/organization/seats/${seat}",
                        "/organization/seats/${seat}/edit",
                        ENTRY,
                        "role",
                        "CHAIR"),
                form(
                        "/organization/seats/{id}/remove",
                        "/organization/seats/${seat}/remove",
                        "",
                        ENTRY,
                        "version",
                        "1"),
                page(
                        "/organization/committees/{id}/meetings/new",
                        "/organization/committees/${committee}/meetings/new"),
                form(
                        "/organization/committees/{id}/meetings",
                        "/organization/committees/${committee}/meetings",
                        "/organization/committees/${committee}/meetings/new",
                        ENTRY,
                        "heldOn",
                        "2099-02-02"),
                page("/organization/meetings/{id}/edit", "/organization/meetings/${meeting}/edit"),
                form(
                        "/organization/meetings/{id}",
                        "/organization/meetings/${meeting}",
                        "/organization/meetings/${meeting}/edit",
                        ENTRY,
                        "subject",
                        "新"),
                form(
                        "/organization/meetings/{id}/cancel",
                        "/organization/meetings/${meeting}/cancel",
                        "",
                        ENTRY,
                        "version",
                        "1"));
    }

    private static List<Request> authority() {
        return List.of(
                page("/organization/authority", "/organization/authority?institution=${inst}"),
                page("/organization/authority/new", "/organization/authority/new?institution=${inst}"),
                form(
                        "/organization/authority",
                        "/organization/authority?institution=${inst}",
                        "/organization/authority/new?institution=${inst}",
                        ENTRY,
                        "title",
                        "新",
                        "effectiveFrom",
                        "2098-04-01"),
                page("/organization/authority/{id}", "/organization/authority/${edition}"),
                page(
                        "/organization/authority/{id}/compare",
                        "/organization/authority/${edition}/compare?with=${edition}"),
                page("/organization/authority/{id}/edit", "/organization/authority/${edition}/edit"),
                form(
                        "/organization/authority/{id}/edit",
                        "/organization/authority/${edition}/edit",
                        "/organization/authority/${edition}/edit",
                        ENTRY,
                        "title",
                        "新"),
                page("/organization/authority/{id}/adopt", "/organization/authority/${edition}/adopt"),
                form(
                        "/organization/authority/{id}/adopt",
                        "/organization/authority/${edition}/adopt",
                        "/organization/authority/${edition}/adopt",
                        ENTRY,
                        "adoptedOn",
                        "2026-01-01",
                        "adoptedBy",
                        "取締役会"),
                form(
                        "/organization/authority/{id}/withdraw",
                        "/organization/authority/${edition}/withdraw",
                        "",
                        ENTRY,
                        "version",
                        "1"),
                page("/organization/authority/{id}/rules/new", "/organization/authority/${edition}/rules/new"),
                form(
                        "/organization/authority/{id}/rules",
                        "/organization/authority/${edition}/rules",
                        "/organization/authority/${edition}/rules/new",
                        ENTRY,
                        "decision",
                        "exception",
                        "decider",
                        "${post}",
                        "article",
                        "第2条",
                        "condition",
                        "新"),
                page("/organization/rules/{id}/edit", "/organization/rules/${rule}/edit"),
                form(
                        "/organization/rules/{id}",
                        "/organization/rules/${rule}",
                        "/organization/rules/${rule}/edit",
                        ENTRY,
                        "article",
                        "第3条"),
                form(
                        "/organization/rules/{id}/remove",
                        "/organization/rules/${rule}/remove",
                        "",
                        ENTRY,
                        "version",
                        "1"));
    }

    private static List<Request> parameters() {
        return List.of(
                page("/organization/parameters", "/organization/parameters?institution=${inst}"),
                page("/organization/parameters/new", "/organization/parameters/new?institution=${inst}"),
                form(
                        "/organization/parameters",
                        "/organization/parameters?institution=${inst}",
                        "/organization/parameters/new?institution=${inst}",
                        ENTRY,
                        "parameter",
                        "approval.emergency.confirm-within",
                        "amount",
                        "5",
                        "from",
                        "2026-12-01",
                        "article",
                        "第30条",
                        "decision",
                        "議事録 3"),
                form(
                        "/organization/parameters/{id}/remove",
                        "/organization/parameters/${parameter}/remove",
                        "",
                        ENTRY,
                        "version",
                        "1"));
    }

    private static List<Request> ledgers() {
        return List.of(
                page("/systems", "/systems"),
                page("/systems.xlsx", "/systems.xlsx"),
                page("/systems/new", "/systems/new"),
                form(
                        "/systems",
                        "/systems",
                        "/systems/new",
                        ENTRY,
                        "institution",
                        "${instId}",
                        "name",
                        "新",
                        "ownerPost",
                        "${post}",
                        "kind",
                        "information_system",
                        "confidentiality",
                        "1",
                        "integrity",
                        "1",
                        "availability",
                        "1",
                        "exposure",
                        "none"),
                page("/systems/{code}", "/systems/${system}?in=${inst}"),
                page("/systems/{code}/history", "/systems/${system}/history?in=${inst}"),
                page("/systems/{code}/edit", "/systems/${system}/edit?in=${inst}"),
                form("/systems/{code}", "/systems/${system}", "/systems/${system}/edit?in=${inst}", ENTRY, "name", "新"),
                form(
                        "/systems/{code}/confirm",
                        "/systems/${system}/confirm",
                        "",
                        ENTRY,
                        "in",
                        "${inst}",
                        "id",
                        "${systemId}",
                        "version",
                        "1"),
                form(
                        "/systems/{code}/retire",
                        "/systems/${system}/retire",
                        "",
                        ENTRY,
                        "in",
                        "${inst}",
                        "id",
                        "${systemId}",
                        "version",
                        "1",
                        "retired",
                        "true"),
                page("/systems/{code}/responsibility", "/systems/${system}/responsibility?in=${inst}"),
                form(
                        "/systems/{code}/responsibility",
                        "/systems/${system}/responsibility",
                        "",
                        ENTRY,
                        "in",
                        "${inst}",
                        "id",
                        "${systemId}",
                        "party.monitoring",
                        "own"),
                form("/systems/bulk", "/systems/bulk", "", ENTRY, "row", "${systemId}:1", "act", "confirm", "back", ""),
                page("/releases", "/releases"),
                form("/releases", "/releases", "", ENTRY, "institution", "${instId}", "software", "新", "label", "1"),
                page("/releases/{code}", "/releases/${release}?in=${inst}"),
                form(
                        "/releases/{code}/systems",
                        "/releases/${release}/systems?in=${inst}",
                        "",
                        ENTRY,
                        "system",
                        "${otherId}"),
                form("/releases/{code}/sbom", "/releases/${release}/sbom?in=${inst}", "file", WRITE),
                page("/vulnerabilities", "/vulnerabilities"),
                page("/vulnerabilities.xlsx", "/vulnerabilities.xlsx"),
                page("/vulnerabilities/{code}", "/vulnerabilities/${finding}"),
                form(
                        "/vulnerabilities/{code}/treatment",
                        "/vulnerabilities/${finding}/treatment",
                        "/vulnerabilities/${finding}",
                        ENTRY,
                        "act",
                        "PLAN",
                        "plan",
                        "更新",
                        "plannedOn",
                        "2026-12-01"),
                page("/advisories", "/advisories"),
                page("/vulnerabilities/exceptions/new", "/vulnerabilities/exceptions/new?finding=${finding}"),
                form("/vulnerabilities/exceptions", "/vulnerabilities/exceptions", "", CALL, "finding", "none"),
                page("/advisories/signals", "/advisories/signals"),
                form("/advisories/signals/import", "/advisories/signals/import", "file", WRITE),
                page("/advisories/{id}", "/advisories/OSV-1"),
                form("/advisories/import", "/advisories/import", "file", WRITE));
    }

    /// What is meant for programs, asked for by people. `RELEASES_ADD` is a key's alone.
    private static List<Request> programs() {
        String project = "/dtrack/api/v1/project";
        return List.of(
                page("/releases/unassigned", "/releases/unassigned"),
                form(
                        "/releases/unassigned",
                        "/releases/unassigned",
                        "",
                        ENTRY,
                        "row",
                        "${releaseId}:1",
                        "act",
                        "reject",
                        "why",
                        "不要"),
                form("/api/v1/releases/{release}/sbom", "/api/v1/releases/${releaseId}/sbom", "file", WRITE),
                page("/api/v1/sboms/{ticket}", "/api/v1/sboms/${ticket}"),
                page("/api/v1/releases", "/api/v1/releases"),
                page("/api/v1/releases/{release}", "/api/v1/releases/${releaseId}"),
                page("/api/v1/components", "/api/v1/components?q=xx"),
                page("/api/v1/releases/{release}/findings", "/api/v1/releases/${releaseId}/findings"),
                page("/api/v1/findings", "/api/v1/findings"),
                call("/api/v1/openapi.json", "/api/v1/openapi.json"),
                form("/api/v1/bom", "/api/v1/bom", "", CALL),
                json("PUT", "/api/v1/bom", "/api/v1/bom", CALL),
                call("/dtrack/api/version", "/dtrack/api/version"),
                form("/dtrack/api/v1/bom", "/dtrack/api/v1/bom", "", CALL),
                json("PUT", "/dtrack/api/v1/bom", "/dtrack/api/v1/bom", CALL),
                page("/dtrack/api/v1/event/token/{token}", "/dtrack/api/v1/event/token/" + NOBODY),
                page("/dtrack/api/v1/bom/token/{token}", "/dtrack/api/v1/bom/token/" + NOBODY),
                page(project, project),
                call(project + "/lookup", project + "/lookup?name=x&version=1"),
                page(project + "/{uuid}", project + "/${releaseId}"),
                json("PATCH", project + "/{uuid}", project + "/${releaseId}", ENTRY),
                page("/dtrack/api/v1/team/self", "/dtrack/api/v1/team/self"),
                page("/dtrack/api/v1/finding/project/{uuid}", "/dtrack/api/v1/finding/project/${releaseId}"),
                page(
                        "/dtrack/api/v1/metrics/project/{uuid}/current",
                        "/dtrack/api/v1/metrics/project/${releaseId}/current"),
                page(
                        "/dtrack/api/v1/metrics/project/{uuid}/refresh",
                        "/dtrack/api/v1/metrics/project/${releaseId}/refresh"),
                page("/dtrack/api/v1/violation/project/{uuid}", "/dtrack/api/v1/violation/project/${releaseId}"));
    }

    private static List<Request> rights() {
        String[] order = {
            "account",
            "${somebody}",
            "role",
            "SYSTEM_OWNER",
            "root",
            "${instId}",
            "from",
            "2026-12-01",
            "reason",
            "人事異動による役割の変更"
        };
        return List.of(
                page("/administration/roles", "/administration/roles"),
                page("/administration/roles/new", "/administration/roles/new"),
                form("/administration/roles/check", "/administration/roles/check", "", ANSWER, order),
                form("/administration/roles", "/administration/roles", "", ENTRY, order),
                page("/administration/roles/{id}", "/administration/roles/${grant}"),
                form(
                        "/administration/roles/{id}/confirm",
                        "/administration/roles/${asked}/confirm",
                        "",
                        ENTRY,
                        "version",
                        "1"),
                form(
                        "/administration/roles/{id}/refuse",
                        "/administration/roles/${asked}/refuse",
                        "",
                        ENTRY,
                        "version",
                        "1"),
                form(
                        "/administration/roles/{id}/withdraw",
                        "/administration/roles/${request}/withdraw",
                        "",
                        ENTRY,
                        "version",
                        "1"),
                form("/administration/roles/{id}/end", "/administration/roles/${grant}/end", "", ENTRY, "version", "1"),
                page("/emergencies", "/emergencies"),
                page("/emergencies/new", "/emergencies/new"),
                form(
                        "/emergencies",
                        "/emergencies",
                        "",
                        ENTRY,
                        "what",
                        "ANALYST",
                        "root",
                        "${instId}",
                        "hours",
                        "1",
                        "reason",
                        "夜間の重大な障害への対応"),
                form("/emergencies/{id}/end", "/emergencies/${glass}/end", "", ENTRY, "version", "1"));
    }

    /// One's own ways in; what is sent to nobody's record is called and finds none.
    private static List<Request> ownAccount() {
        return List.of(
                call("/account/password", "/account/password"),
                form("/account/password", "/account/password", "", CALL),
                call("/account/app", "/account/app"),
                form("/account/app", "/account/app", "", CALL),
                form("/account/app/remove", "/account/app/remove", "", CALL),
                form("/account/recovery-codes", "/account/recovery-codes", "", CALL),
                call("/account/passkeys/new", "/account/passkeys/new"),
                form("/account/passkeys", "/account/passkeys", "", CALL),
                form(
                        "/account/passkeys/{id}/name",
                        "/account/passkeys/00000000-0000-7000-8000-000000000000/name",
                        "",
                        CALL),
                form(
                        "/account/passkeys/{id}/remove",
                        "/account/passkeys/00000000-0000-7000-8000-000000000000/remove",
                        "",
                        CALL),
                form("/account/sessions/end-others", "/account/sessions/end-others", "", CALL),
                call("/step-up", "/step-up"),
                form("/step-up", "/step-up", "", CALL),
                form("/step-up/recovery", "/step-up/recovery", "", CALL),
                form("/step-up/passkey", "/step-up/passkey", "", CALL),
                call("/step-up/form/{id}", "/step-up/form/00000000-0000-7000-8000-000000000000"),
                call("/login/oidc/{provider}", "/login/oidc/none"),
                call("/login/oidc/{provider}/back", "/login/oidc/none/back"),
                call("/login/oidc/{provider}/out", "/login/oidc/none/out"),
                call("/step-up/oidc/{provider}", "/step-up/oidc/none"),
                call("/login/invitation", "/login/invitation"),
                form("/login/invitation", "/login/invitation", "", CALL));
    }

    private static List<Request> accounts() {
        return List.of(
                call("/administration", "/administration"),
                call("/administration/accounts", "/administration/accounts"),
                call("/administration/accounts/new", "/administration/accounts/new"),
                form("/administration/accounts", "/administration/accounts", "", CALL),
                call("/administration/accounts/{id}", "/administration/accounts/00000000-0000-7000-8000-000000000000"),
                form(
                        "/administration/accounts/{id}/invite",
                        "/administration/accounts/00000000-0000-7000-8000-000000000000/invite",
                        "",
                        CALL),
                form(
                        "/administration/accounts/{id}/lock",
                        "/administration/accounts/00000000-0000-7000-8000-000000000000/lock",
                        "",
                        CALL),
                form(
                        "/administration/accounts/{id}/unlock",
                        "/administration/accounts/00000000-0000-7000-8000-000000000000/unlock",
                        "",
                        CALL),
                form(
                        "/administration/accounts/{id}/end-sessions",
                        "/administration/accounts/00000000-0000-7000-8000-000000000000/end-sessions",
                        "",
                        CALL),
                form(
                        "/administration/accounts/{id}/reset",
                        "/administration/accounts/00000000-0000-7000-8000-000000000000/reset",
                        "",
                        CALL),
                form(
                        "/administration/resets/{id}/consent",
                        "/administration/resets/00000000-0000-7000-8000-000000000000/consent",
                        "",
                        CALL),
                form(
                        "/administration/resets/{id}/refuse",
                        "/administration/resets/00000000-0000-7000-8000-000000000000/refuse",
                        "",
                        CALL),
                call("/administration/links", "/administration/links"),
                call("/administration/links/new", "/administration/links/new"),
                call("/administration/links/check", "/administration/links/check"),
                form("/administration/links", "/administration/links", "", CALL),
                call("/administration/links/{id}", "/administration/links/00000000-0000-7000-8000-000000000000"),
                form(
                        "/administration/links/{id}/confirm",
                        "/administration/links/00000000-0000-7000-8000-000000000000/confirm",
                        "",
                        CALL),
                form(
                        "/administration/links/{id}/refuse",
                        "/administration/links/00000000-0000-7000-8000-000000000000/refuse",
                        "",
                        CALL),
                form(
                        "/administration/links/{id}/end",
                        "/administration/links/00000000-0000-7000-8000-000000000000/end",
                        "",
                        CALL),
                form(
                        "/administration/accounts/{id}/password-off",
                        "/administration/accounts/00000000-0000-7000-8000-000000000000/password-off",
                        "",
                        CALL),
                form(
                        "/administration/accounts/{id}/password-on",
                        "/administration/accounts/00000000-0000-7000-8000-000000000000/password-on",
                        "",
                        CALL),
                call("/administration/directory", "/administration/directory"),
                call(
                        "/administration/directory/arrivals/{id}",
                        "/administration/directory/arrivals/00000000-0000-7000-8000-000000000000"),
                form(
                        "/administration/directory/arrivals/{id}/link",
                        "/administration/directory/arrivals/00000000-0000-7000-8000-000000000000/link",
                        "",
                        CALL),
                call(
                        "/administration/directory/links/{id}",
                        "/administration/directory/links/00000000-0000-7000-8000-000000000000"),
                form(
                        "/administration/directory/links/{id}/unlink",
                        "/administration/directory/links/00000000-0000-7000-8000-000000000000/unlink",
                        "",
                        CALL),
                call("/administration/sign-in", "/administration/sign-in"),
                call("/administration/services", "/administration/services"),
                call("/administration/services/new", "/administration/services/new"),
                form("/administration/services", "/administration/services", "", CALL),
                call("/administration/services/{id}", "/administration/services/00000000-0000-7000-8000-000000000000"),
                form(
                        "/administration/services/{id}/keys",
                        "/administration/services/00000000-0000-7000-8000-000000000000/keys",
                        "",
                        CALL),
                form(
                        "/administration/services/{id}/keys/{key}/revoke",
                        "/administration/services/00000000-0000-7000-8000-000000000000/keys/00000000-0000-7000-8000-000000000000/revoke",
                        "",
                        CALL),
                form(
                        "/administration/services/{id}/retire",
                        "/administration/services/00000000-0000-7000-8000-000000000000/retire",
                        "",
                        CALL));
    }

    /// Who decides is the authority table's matter: here the post of the record, which only its own holder has.
    private static List<Request> approvals() {
        String[] asked = {
            "institution",
            "${inst}",
            "authority",
            "${postRule}",
            "title",
            "新",
            "asked",
            "求",
            "risk",
            "危",
            "until",
            "2027-03-31",
            "version",
            "1"
        };
        return List.of(
                page("/approvals", "/approvals"),
                page("/approvals/register", "/approvals/register"),
                page("/approvals/register.xlsx", "/approvals/register.xlsx"),
                page("/approvals/new", "/approvals/new?institution=${inst}"),
                form("/approvals", "/approvals", "", ENTRY, asked),
                page("/approvals/{id}", "/approvals/${apr}"),
                form("/approvals/{id}", "/approvals/${aprBack}", "", ENTRY, asked),
                page("/approvals/{id}/edit", "/approvals/${aprBack}/edit"),
                form("/approvals/{id}/withdraw", "/approvals/${aprOwn}/withdraw", "", ENTRY),
                form(
                        "/approvals/{id}/decide",
                        "/approvals/${apr}/decide",
                        "",
                        ENTRY,
                        "act",
                        "APPROVE",
                        "hash",
                        DecisionRows.HASH),
                page("/approvals/{id}/draft.docx", "/approvals/${apr}/draft.docx"),
                page("/approvals/{id}/outside", "/approvals/${apr}/outside"),
                form(
                        "/approvals/{id}/outside",
                        "/approvals/${apr}/outside",
                        "",
                        ENTRY,
                        "number",
                        "稟議 2",
                        "decidedOn",
                        "2026-11-01",
                        "body",
                        "部長",
                        "article",
                        "第9条",
                        "copy",
                        "書庫",
                        "approved",
                        "true",
                        "hash",
                        DecisionRows.HASH),
                form(
                        "/approvals/{id}/outside/{outside}/check",
                        "/approvals/${aprOut}/outside/${outside}/check",
                        "",
                        ENTRY,
                        "agrees",
                        "true"),
                form(
                        "/approvals/{id}/votes/{vote}/review",
                        "/approvals/${aprLent}/votes/${vote}/review",
                        "",
                        ENTRY,
                        "agrees",
                        "true"),
                form(
                        "/approvals/{id}/conditions/{condition}/meet",
                        "/approvals/${aprGranted}/conditions/${condition}/meet",
                        "",
                        ENTRY,
                        "evidence",
                        "記録"),
                page("/approvals/deputies", "/approvals/deputies"),
                form(
                        "/approvals/deputies",
                        "/approvals/deputies",
                        "",
                        ENTRY,
                        "post",
                        "${post}",
                        "deputy",
                        "${somebody}",
                        "from",
                        "2098-01-01",
                        "until",
                        "2098-02-01"),
                form("/approvals/deputies/{id}/end", "/approvals/deputies/${deputy}/end", "", ENTRY),
                page("/approvals/agenda", "/approvals/agenda"),
                page("/approvals/agenda/new", "/approvals/agenda/new?institution=${inst}"),
                form(
                        "/approvals/agenda",
                        "/approvals/agenda",
                        "",
                        ENTRY,
                        "institution",
                        "${inst}",
                        "committee",
                        "${board}",
                        "request",
                        "${aprLoose}",
                        "title",
                        "新",
                        "heldOn",
                        "2026-12-01"),
                page("/approvals/agenda/{id}", "/approvals/agenda/${agenda}"),
                form(
                        "/approvals/agenda/{id}/decide",
                        "/approvals/agenda/${agenda}/decide",
                        "",
                        ENTRY,
                        "act",
                        "APPROVE",
                        "hash-${aprBoard}",
                        DecisionRows.HASH));
    }

    private static List<Request> noticesAndActions() {
        return List.of(
                page("/notices", "/notices"),
                form("/notices/{id}/open", "/notices/${notice}/open", "", WRITE),
                form("/notices/read", "/notices/read", "", ANSWER),
                form(
                        "/notices/preference",
                        "/notices/preference",
                        "",
                        WRITE,
                        "version",
                        "0",
                        "digest",
                        "EACH",
                        "daily",
                        "09:00"),
                page("/actions", "/actions"),
                page("/actions.xlsx", "/actions.xlsx"),
                page("/actions/new", "/actions/new?institution=${inst}"),
                form(
                        "/actions",
                        "/actions",
                        "",
                        ENTRY,
                        "institution",
                        "${inst}",
                        "title",
                        "新",
                        "owner",
                        "${post}",
                        "due",
                        "2027-01-31"),
                page("/actions/{id}", "/actions/${action}"),
                form(
                        "/actions/{id}/step",
                        "/actions/${action}/step",
                        "",
                        ENTRY,
                        "act",
                        "COMPLETE",
                        "version",
                        "1",
                        "evidence",
                        "記録"));
    }

    private static List<Request> evidence() {
        return List.of(
                page("/evidence", "/evidence"),
                page("/evidence.xlsx", "/evidence.xlsx"),
                page("/evidence/new", "/evidence/new?institution=${inst}"),
                form(
                        "/evidence",
                        "/evidence",
                        "/evidence/new?institution=${inst}",
                        ENTRY,
                        "kind",
                        "REFERENCE",
                        "title",
                        "新",
                        "owner",
                        "${post}",
                        "from",
                        "2026-04-01",
                        "to",
                        "2026-09-30",
                        "collected",
                        "2026-10-01",
                        "number",
                        "D-1",
                        "place",
                        "書庫"),
                form("/evidence/accept", "/evidence/accept", "", CALL),
                page("/evidence/{id}", "/evidence/${evidence}"),
                call("/evidence/{id}/file", "/evidence/00000000-0000-7000-8000-000000000000/file"),
                form(
                        "/evidence/{id}",
                        "/evidence/${evidence}",
                        "",
                        ENTRY,
                        "version",
                        "1",
                        "title",
                        "新",
                        "owner",
                        "${post}",
                        "from",
                        "2026-04-01",
                        "to",
                        "2026-09-30",
                        "collected",
                        "2026-10-01",
                        "place",
                        "書庫",
                        "reason",
                        "誤記"),
                form(
                        "/evidence/{id}/retire",
                        "/evidence/${evidence}/retire",
                        "",
                        ENTRY,
                        "version",
                        "1",
                        "retired",
                        "true",
                        "reason",
                        "重複"),
                form(
                        "/evidence/{id}/custody",
                        "/evidence/${evidence}/custody",
                        "",
                        ENTRY,
                        "act",
                        "COPIED",
                        "day",
                        "2026-10-01",
                        "why",
                        "監査"),
                form("/evidence/{id}/readers", "/evidence/${evidence}/readers", "", ENTRY, "reason", "調査中"),
                page("/evidence/attach", "/evidence/attach?record-kind=system&record=${systemId}"),
                form(
                        "/evidence/attach",
                        "/evidence/attach",
                        "",
                        ENTRY,
                        "record-kind",
                        "system",
                        "record",
                        "${otherId}",
                        "code",
                        "${evidenceCode}"),
                form("/evidence/links/{link}/remove", "/evidence/links/${evidenceLink}/remove", "", ENTRY));
    }
}
