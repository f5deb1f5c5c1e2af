package app;

public record OrderId(Integer value) {}
