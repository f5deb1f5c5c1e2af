package app;

record Mail(String address) {}
