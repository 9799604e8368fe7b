package io.kuramori.engine.matching;

import io.kuramori.engine.matching.cpe.Attribute;
import io.kuramori.engine.matching.cpe.Cpe;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A vendor and a product, folded: width and case do not count, and what stands between the words is one underscore.
record ProductName(String vendor, String product) {

    static ProductName of(String vendor, String product) {
        return new ProductName(fold(vendor), fold(product));
    }

    /// The name of what a CPE names, when it names one vendor and one product.
    static Optional<ProductName> of(Cpe cpe) {
        return cpe.vendor() instanceof Attribute.Text vendor
                        && cpe.product() instanceof Attribute.Text product
                        && !vendor.wild()
                        && !product.wild()
                ? Optional.of(of(vendor.value(), product.value()))
                : Optional.empty();
    }

    /// The folded product of a CPE, null when it may be any.
    static @Nullable String product(Cpe cpe) {
        return cpe.product() instanceof Attribute.Text text && !text.wild() ? fold(text.value()) : null;
    }

    static String fold(String words) {
        String folded = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == 'ー' || c == '+' || c == '#') {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != '_') {
                text.append('_');
            }
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '_') {
            end--;
        }
        return text.substring(0, end);
    }
}
