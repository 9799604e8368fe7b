package io.kuramori.evidence.items;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What evidence may be.
///
/// @param largest size of a file that is taken in
@ConfigurationProperties("kuramori.evidence")
public record EvidenceProperties(@DefaultValue("1GB") DataSize largest) {}
