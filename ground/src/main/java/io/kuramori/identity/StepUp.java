package io.kuramori.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

/// Proving oneself again before a weighty act: a passkey, a code of the authenticator app, or password and recovery
/// code, given within the last [#FRESH]. Signing in does not count, since a browser may be left open: the proof is
/// given
/// for acts like this one.
///
/// A controller declares it with [Needed] on the method (or type); code deeper down calls [#require(Caller)]. Either
/// way a person on a page is led to `/step-up?next=…` (a local path, never another site) and back: to the page they
/// asked for, or, when they sent a form, to a page that holds what they typed and sends it on. Programs get 403.
///
/// What is written while the proof is fresh is journalled with `Actor.Strength.STEP_UP`.
///
/// Forms with files are not kept (a browser cannot be made to choose a file again): put [Needed] on the page that shows
/// such a form, too.
public interface StepUp {

    /// How long a proof lasts.
    Duration FRESH = Duration.ofMinutes(5);

    /// Whether the caller of this request proved themselves within [#FRESH]; false for everything but people.
    boolean fresh(Caller caller);

    /// Goes on when [#fresh(Caller)].
    ///
    /// @throws StepUpRequired when not; nothing may have been written before
    default void require(Caller caller) {
        if (!fresh(caller)) {
            throw new StepUpRequired();
        }
    }

    /// On a controller or its method: needs a fresh proof.
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface Needed {}
}
