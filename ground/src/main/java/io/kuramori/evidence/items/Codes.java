package io.kuramori.evidence.items;

import io.kuramori.identity.InstitutionId;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/// Codes of new items. A restricted one gets letters that nobody chooses and nobody counts: a gap in the series would
/// tell of it.
@Component
class Codes {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();
    private final ItemRepository items;

    Codes(ItemRepository items) {
        this.items = items;
    }

    String next(InstitutionId institution, boolean restricted) {
        if (!restricted) {
            return items.nextCode(institution);
        }
        var code = new StringBuilder("EVD-R");
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
