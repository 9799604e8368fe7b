/// What people are told: an inbox, e-mail that says no more than that something waits, escalation along the posts
/// (guideline 2.1.1).
@ApplicationModule(
        allowedDependencies = {"database", "journal", "identity", "exchange", "organization", "work", "evidence"})
@NullMarked
package io.kuramori.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
