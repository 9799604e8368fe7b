package io.kuramori.identity.rights;

import static io.kuramori.identity.Right.*;

import io.kuramori.identity.Right;
import io.kuramori.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/// The table: which role has which right. Of a record, `own` is a right over the records of the posts one holds.
final class RoleRights {

    private static final Set<Right> NEED_TWO = EnumSet.of(READ_CASES, DECIDE, GRANT_ROLES, CONFIRM_ROLES);

    /// What belongs to the whole group: whoever has the role for a part of it only does not get these.
    private static final Set<Right> OF_THE_GROUP = EnumSet.of(ADMINISTER);

    private RoleRights() {}

    static Set<Right> every(Role role) {
        return switch (role) {
            case ADMINISTRATOR ->
                EnumSet.of(READ_ORGANIZATION, STEER_WORK, ADMINISTER, READ_RIGHTS, GRANT_ROLES, CONFIRM_ROLES);
            case SECURITY_OFFICE ->
                reading(
                        CHANGE_ORGANIZATION,
                        CHANGE_LEDGERS,
                        ASK_APPROVAL,
                        TAKE_PART,
                        CHANGE_EVIDENCE,
                        KEEP_NUMBERS,
                        CHANGE_ACTIONS,
                        ATTACH_SBOM,
                        IMPORT_ADVISORIES,
                        TREAT_FINDINGS,
                        KEEP_VIEWS,
                        EXPORT,
                        IMPORT,
                        READ_JOURNAL,
                        STEER_WORK,
                        READ_CASES,
                        READ_RIGHTS,
                        BREAK_GLASS);
            case CISO ->
                reading(
                        KEEP_VIEWS,
                        EXPORT,
                        ASK_APPROVAL,
                        TAKE_PART,
                        CHANGE_EVIDENCE,
                        KEEP_NUMBERS,
                        CHANGE_ACTIONS,
                        READ_JOURNAL,
                        READ_CASES,
                        DECIDE,
                        READ_RIGHTS,
                        CONFIRM_ROLES,
                        BREAK_GLASS);
            case EXECUTIVE -> reading(KEEP_VIEWS, EXPORT, ASK_APPROVAL, TAKE_PART, CHANGE_ACTIONS, READ_CASES, DECIDE);
            case SYSTEM_OWNER -> reading(KEEP_VIEWS, EXPORT, ASK_APPROVAL, TAKE_PART, CHANGE_ACTIONS);
            case ANALYST ->
                reading(
                        IMPORT_ADVISORIES,
                        TREAT_FINDINGS,
                        ASK_APPROVAL,
                        TAKE_PART,
                        CHANGE_EVIDENCE,
                        CHANGE_ACTIONS,
                        KEEP_VIEWS,
                        EXPORT,
                        STEER_WORK,
                        READ_CASES,
                        BREAK_GLASS);
            case RISK ->
                reading(
                        KEEP_VIEWS,
                        EXPORT,
                        ASK_APPROVAL,
                        TAKE_PART,
                        CHANGE_EVIDENCE,
                        CHANGE_ACTIONS,
                        READ_JOURNAL,
                        READ_CASES,
                        READ_RIGHTS);
            case AUDIT -> reading(KEEP_VIEWS, EXPORT, READ_JOURNAL, READ_CASES, READ_RIGHTS);
            case INSPECTOR -> reading(READ_JOURNAL, READ_CASES);
            case THIRD_PARTY -> EnumSet.noneOf(Right.class);
            case SERVICE -> EnumSet.of(READ_LEDGERS, READ_VULNERABILITIES, ATTACH_SBOM);
        };
    }

    /// What the role gives where it does not cover the whole group.
    static Set<Right> everyInPart(Role role) {
        var rights = every(role);
        rights.removeAll(OF_THE_GROUP);
        return rights;
    }

    static Set<Right> own(Role role) {
        return switch (role) {
            case SYSTEM_OWNER -> EnumSet.of(CHANGE_LEDGERS, CHANGE_EVIDENCE, ATTACH_SBOM, TREAT_FINDINGS);
            case ADMINISTRATOR,
                    SECURITY_OFFICE,
                    CISO,
                    EXECUTIVE,
                    ANALYST,
                    RISK,
                    AUDIT,
                    THIRD_PARTY,
                    INSPECTOR,
                    SERVICE -> EnumSet.noneOf(Right.class);
        };
    }

    /// Whether one person asks for the role and another must confirm it: it reads cases, decides, or hands out roles.
    static boolean needsSecondPerson(Role role) {
        return every(role).stream().anyMatch(NEED_TWO::contains);
    }

    private static Set<Right> reading(Right first, Right... others) {
        var rights = EnumSet.of(
                READ_ORGANIZATION,
                READ_LEDGERS,
                READ_VULNERABILITIES,
                READ_APPROVALS,
                READ_ACTIONS,
                READ_EVIDENCE,
                first);
        rights.addAll(Set.of(others));
        return rights;
    }
}
