package io.kuramori.asset;

import io.kuramori.identity.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/// Where programs hand in bills of materials. What is accepted is kept for good before it is answered, and taken in
/// by background work in the order in which it came: of one release's bills the last one received counts.
public interface SbomInbox {

    /// The largest bill, in bytes.
    long LARGEST = 65L << 20;

    /// Reads a bill and keeps it, or says why not; then nothing has changed.
    SbomReceipt receive(Caller caller, SbomDelivery delivery, InputStream bill) throws IOException;

    /// The same for a bill that came before what it is for.
    SbomReceipt receive(Caller caller, SbomDelivery delivery, SbomDraft bill) throws IOException;

    /// What became of it; empty when there is none in sight.
    Optional<SbomTicket> ticket(Caller caller, UUID id);
}
